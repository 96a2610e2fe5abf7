// Every day on which a customer bought, kept as the first day and the gaps from one to the next. Pure; refunds
// and second purchases on one day never reach it.

/** `{firstDay: 20000, gaps: [30, 31]}`: bought on the days 20000, 20030 and 20061. */
export interface PurchaseDays {
  firstDay: number
  gaps: readonly number[]
}

/** The days themselves, ascending. */
export function listDays({ firstDay, gaps }: PurchaseDays): number[] {
  const days = [firstDay]
  let day = firstDay
  for (const gap of gaps) {
    day += gap
    days.push(day)
  }
  return days
}

/** From days in any order, repeated or not; null from none. */
export function purchaseDaysOf(days: readonly number[]): PurchaseDays | null {
  const sorted = [...new Set(days)].sort((one, other) => one - other)
  const [firstDay] = sorted
  if (firstDay === undefined) return null
  return { firstDay, gaps: sorted.slice(1).map((day, index) => day - (sorted[index] ?? day)) }
}

/** With further days, whether they come after the known ones, before or between. */
export function withDays(known: PurchaseDays | null, days: readonly number[]): PurchaseDays | null {
  return purchaseDaysOf(known ? [...listDays(known), ...days] : days)
}

/** As known on a day: later purchases are left out; null before the first. */
export function daysUntil(known: PurchaseDays, day: number): PurchaseDays | null {
  if (known.firstDay > day) return null
  let reached = known.firstDay
  let kept = 0
  for (const gap of known.gaps) {
    if (reached + gap > day) break
    reached += gap
    kept += 1
  }
  return { firstDay: known.firstDay, gaps: known.gaps.slice(0, kept) }
}
