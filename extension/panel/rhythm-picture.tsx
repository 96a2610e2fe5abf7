// The rhythm without axes: a dot for each purchase, today, and the days on which the next purchase is usual.

import type { Snapshot } from '../../shared/snapshot.ts'
import { dayOf, formatLocalDate, parseInstant, parseLocalDate } from '../../shared/time.ts'
import { useReader } from '../reader.ts'
import { placeRhythm, type RhythmDays } from './place-rhythm.ts'
import { useDays } from './use-days.ts'

/** More dots than these would touch one another in a narrow panel. */
const mostDots = 12

export function RhythmPicture({ snapshot }: { snapshot: Snapshot }) {
  const { words, today, timeZone } = useReader()
  const { day } = useDays()
  const days = rhythmDays(snapshot)
  if (!days) return null
  const { purchases, today: now, usual } = placeRhythm(days)
  const at = parseInstant(snapshot.asOf)
  const isOfToday = at !== null && dayOf(at, timeZone) === today
  const label = isOfToday ? words.panel.today : day(formatLocalDate(days.today))
  return (
    <svg class="picture rhythm-picture" role="img" aria-label={describe(days)}>
      <line class="ground" x1="0" x2="100%" y1="23" y2="23" />
      {usual && (
        <rect
          class="usual"
          x={`${usual.from}%`}
          width={`${usual.to - usual.from}%`}
          y="15"
          height="16"
          rx="3"
        />
      )}
      {purchases.map(x => (
        <circle key={x} class="purchase" cx={`${x}%`} cy="23" r="3.5" />
      ))}
      <line class="today" x1={`${now}%`} x2={`${now}%`} y1="14" y2="32" />
      <text class="today-label" x={`${now}%`} y="10" text-anchor={anchor(now)}>
        {label}
      </text>
    </svg>
  )

  function describe({ purchases, today: now, usual }: RhythmDays): string {
    const say = words.panel.rhythmPicture
    const write = (number: number) => day(formatLocalDate(number))
    return [
      say.bought(purchases.map(write).join(', ')),
      say.gap(now - (purchases.at(-1) ?? now)),
      usual && say.usual(write(usual.from), write(usual.to)),
    ]
      .filter(Boolean)
      .join(' ')
  }
}

/** The label never runs out of the picture at its ends. */
function anchor(place: number): 'start' | 'middle' | 'end' {
  if (place > 92) return 'end'
  return place < 8 ? 'start' : 'middle'
}

/** What the picture is drawn from; null without a purchase. */
function rhythmDays({ gap }: Snapshot): RhythmDays | null {
  const [first, ...rest] = gap.recent.slice(-mostDots).flatMap(date => parseLocalDate(date) ?? [])
  if (first === undefined || typeof gap.days !== 'number') return null
  const last = rest.at(-1) ?? first
  const spread =
    typeof gap.low === 'number' && typeof gap.high === 'number' ? { low: gap.low, high: gap.high } : null
  const own = gap.basis === 'own' ? { low: gap.intervalDays, high: gap.intervalDays } : null
  const usual = spread ?? own
  return {
    purchases: [first, ...rest],
    today: parseLocalDate(gap.today ?? '') ?? last + gap.days,
    usual: usual && { from: last + Math.round(usual.low), to: last + Math.round(usual.high) },
  }
}
