// Gestures: what we gave to make good or to thank. A running privilege is shown so that it is honoured unasked.

import { formatDay, type Locale } from '../../shared/locale.ts'
import type { GestureKind, GestureLine } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate } from '../../shared/time.ts'
import type { Gesture, History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: string
  none: string
  kinds: Record<GestureKind, string>
  runs: (until: string) => string
  over: (until: string) => string
  given: (day: string) => string
  nothingRuns: (last: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Gestures and privileges',
    meaning: 'What we gave to make good or to thank. What still runs is honoured without being asked for.',
    none: 'nothing given yet',
    kinds: { amends: 'to make good', thanks: 'as thanks' },
    runs: until => `until ${until}: honour it unasked`,
    over: until => `ran until ${until}`,
    given: day => `given ${day}`,
    nothingRuns: last => `nothing runs now; last: ${last}`,
  },
  ru: {
    label: 'Компенсации и жесты',
    meaning: 'Что мы дали, чтобы загладить вину или поблагодарить. Действующее предоставляют без просьбы.',
    none: 'ещё ничего не давали',
    kinds: { amends: 'компенсация', thanks: 'благодарность' },
    runs: until => `до ${until}: предоставить без просьбы`,
    over: until => `действовало до ${until}`,
    given: day => `дано ${day}`,
    nothingRuns: last => `сейчас ничего не действует; последнее: ${last}`,
  },
  lt: {
    label: 'Kompensacijos ir geros valios gestai',
    meaning: 'Ką davėme atsiprašydami ar dėkodami. Kas dar galioja, suteikiama be prašymo.',
    none: 'dar nieko neduota',
    kinds: { amends: 'kompensacija', thanks: 'padėka' },
    runs: until => `iki ${until}: suteikti be prašymo`,
    over: until => `galiojo iki ${until}`,
    given: day => `duota ${day}`,
    nothingRuns: last => `dabar niekas negalioja; paskutinis: ${last}`,
  },
}

/** Of those that no longer run, the latest are shown. */
const mostPast = 10

/** The last day of a privilege still is one. */
function runs({ validUntilDay }: Gesture, today: number): boolean {
  return validUntilDay !== null && validUntilDay >= today
}

/** What runs, the soonest to end first, then the latest of what was given before. */
export function gestureLines({ gestures }: History, moment: Moment): GestureLine[] {
  const running = gestures
    .filter(gesture => runs(gesture, moment.today))
    .sort((one, other) => (one.validUntilDay ?? 0) - (other.validUntilDay ?? 0))
  const past = gestures.filter(gesture => !runs(gesture, moment.today)).slice(-mostPast)
  return [...running, ...past.reverse()].map(gesture => gestureLine(gesture, moment))
}

function gestureLine(gesture: Gesture, moment: Moment): GestureLine {
  const { id, kind, what, at, costMinor, currency, validUntilDay } = gesture
  return {
    id,
    kind,
    what,
    at: formatInstant(at),
    costMinor,
    currency,
    validUntil: validUntilDay === null ? null : formatLocalDate(validUntilDay),
    runs: runs(gesture, moment.today),
    text: `${what} (${words[moment.locale].kinds[kind]}), ${sayWhen(gesture, moment)}`,
  }
}

function sayWhen(gesture: Gesture, { locale, today, timeZone }: Moment): string {
  const say = words[locale]
  const { validUntilDay, at } = gesture
  if (validUntilDay === null) return say.given(formatDay(locale, dayOf(at, timeZone), today))
  const until = formatDay(locale, validUntilDay, today)
  return runs(gesture, today) ? say.runs(until) : say.over(until)
}

export const gestures: Metric = {
  id: 'gestures',
  fact(history, moment) {
    const { label, meaning, none, nothingRuns } = words[moment.locale]
    const lines = gestureLines(history, moment)
    const running = lines.filter(line => line.runs)
    const idle = lines[0] ? nothingRuns(lines[0].text) : none
    const text = running.map(line => line.text).join('; ') || idle
    return { id: 'gestures', label, text, tone: running.length > 0 ? 'good' : 'plain', meaning }
  },
}
