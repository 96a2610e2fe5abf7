// The id by which members speak of a fact: its own, or its source's with the source before it.

/** Facts logged by members have ids of their own under this source. */
export const memberSource = 'member'

/** `survey:17`, or the id alone where a member logged the fact. */
export function idOf(source: string, externalId: string): string {
  return source === memberSource ? externalId : `${escaped(source)}:${externalId}`
}

/** The source and its id that make up a fact's id. */
export function sourceOf(id: string): readonly [source: string, externalId: string] {
  const colon = id.indexOf(':')
  if (colon < 0) return [memberSource, id]
  return [id.slice(0, colon).replaceAll('%3A', ':').replaceAll('%25', '%'), id.slice(colon + 1)]
}

function escaped(source: string): string {
  return source.replaceAll('%', '%25').replaceAll(':', '%3A')
}
