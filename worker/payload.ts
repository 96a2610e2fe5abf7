// Cuts rows into JSON arrays that each fit into one bound value of a statement.

/** D1 allows 2 MB a value; below 1 MB statements stay quick. */
const mostBytes = 900_000

/** `[[1,"a"],[2,"b"]]` as texts of at most about `mostBytes` characters; none for no rows. */
export function payloads(rows: readonly unknown[]): string[] {
  const texts: string[] = []
  let parts: string[] = []
  let size = 0
  for (const row of rows) {
    const part = JSON.stringify(row)
    if (size + part.length > mostBytes && parts.length > 0) {
      texts.push(`[${parts.join()}]`)
      parts = []
      size = 0
    }
    parts.push(part)
    size += part.length + 1
  }
  if (parts.length > 0) texts.push(`[${parts.join()}]`)
  return texts
}
