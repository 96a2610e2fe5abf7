// Where the rhythm picture's parts stand, in percent of its width: purchases, today, the usual days of the next one.
// Pure geometry on local day numbers.

export interface RhythmDays {
  /** Days with a purchase, oldest first, at least one. */
  purchases: readonly [number, ...number[]]
  today: number
  /** The days between which the next purchase is usual; null while the rhythm is unknown. */
  usual: { from: number; to: number } | null
}

export interface RhythmPlaces {
  purchases: number[]
  today: number
  usual: { from: number; to: number } | null
}

/** A band of a day or two would be invisible; it is drawn at least this wide, in percent. */
const leastBand = 3

export function placeRhythm({ purchases, today, usual }: RhythmDays): RhythmPlaces {
  const [first] = purchases
  const end = Math.max(today, usual?.to ?? today, first + 1)
  const place = (day: number) => ((day - first) / (end - first)) * 100
  return {
    purchases: purchases.map(place),
    today: place(today),
    usual: usual && widened(place(usual.from), place(usual.to)),
  }
}

/** Around its middle, and as far as there is room inside the picture. */
function widened(from: number, to: number): { from: number; to: number } {
  const width = Math.max(leastBand, to - from)
  const start = Math.max(0, Math.min((from + to - width) / 2, 100 - width))
  return { from: start, to: start + width }
}
