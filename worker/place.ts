// Where a workspace is: its region reads phones, its time zone reads local dates. Both are needed before the
// database is asked, and are only learnt with its answer. So this isolate's last knowledge is assumed, and the
// question asked once more where the answer shows that it was wrong: right always, one round trip almost always.

export interface Place {
  region: string
  timeZone: string
}

const nowhere: Place = { region: '', timeZone: 'UTC' }
const mostRemembered = 10_000
const remembered = new Map<string, Place>()

/**
 * @param needs what of the place the question depends on.
 * @param ask asks under an assumption; its answer says where the workspace really is, or null where nothing was learnt.
 */
export async function assumingPlace<Answer extends { place: Place } | null>(
  workspaceId: string,
  needs: Record<keyof Place, boolean>,
  ask: (assumed: Place) => Promise<Answer>,
): Promise<Answer> {
  const assumed = remembered.get(workspaceId) ?? nowhere
  const answer = await ask(assumed)
  if (!answer) return answer
  const { place } = answer
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(workspaceId, place)
  const wasWrong =
    (needs.region && place.region !== assumed.region) ||
    (needs.timeZone && place.timeZone !== assumed.timeZone)
  return wasWrong ? ask(place) : answer
}
