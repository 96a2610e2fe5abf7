// The calendar: local days as whole numbers since 1970-01-01, and moments as epoch milliseconds.
// It never asks what time it is; the doors (entry points and routes) do and pass it on.

export const dayMs = 86_400_000
export const daysPerWeek = 7

/** A day as people write it, `2026-11-23`. */
const localDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/
/** A moment by a clock on the wall, `2026-11-23T09:30:00`: which one it is depends on the time zone. */
const wallClockPattern = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)$/
/** ISO 8601 with an offset: `2026-11-23T09:30:00+02:00`, seconds and their fraction optional. */
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/

/** Is this a time zone the platform knows (`Europe/Vilnius`)? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Epoch milliseconds of an ISO 8601 moment with offset, or null when the text is none (31 February is none). */
export function parseInstant(text: string): number | null {
  const [, date] = instantPattern.exec(text) ?? []
  if (!date || parseLocalDate(date) === null) return null
  const at = Date.parse(text)
  return Number.isFinite(at) ? at : null
}

/** The day number of `2026-11-23`, or null when the text is no existing day. */
export function parseLocalDate(text: string): number | null {
  const [, year, month, date] = localDatePattern.exec(text) ?? []
  if (!year || !month || !date) return null
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date))
  const day = new Date(at)
  const exists =
    day.getUTCFullYear() === Number(year) &&
    day.getUTCMonth() === Number(month) - 1 &&
    day.getUTCDate() === Number(date)
  return exists ? at / dayMs : null
}

/** `20780` -> `2026-11-23`. */
export function formatLocalDate(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

export function formatInstant(at: number): string {
  return new Date(at).toISOString()
}

/** The local day number of a moment in a time zone. */
export function dayOf(at: number, timeZone: string): number {
  return Math.floor((at + offsetMs(at, timeZone)) / dayMs)
}

/** The last days of the `months` months before the one that `today` is in, ascending. */
export function lastDaysOfMonths(today: number, months: number): number[] {
  const date = new Date(today * dayMs)
  const firstOfMonth = (back: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1) / dayMs
  return Array.from({ length: months }, (_, index) => firstOfMonth(months - 1 - index) - 1)
}

/** The first millisecond of a local day. Where the clock skips midnight, the first moment that exists. */
export function startOfDay(day: number, timeZone: string): number {
  const guess = day * dayMs - offsetMs(day * dayMs, timeZone)
  const start = day * dayMs - offsetMs(guess, timeZone)
  return dayOf(start, timeZone) < day ? guess : start
}

/** The last millisecond of a local day. */
export function endOfDay(day: number, timeZone: string): number {
  return startOfDay(day + 1, timeZone) - 1
}

/**
 * Up to when facts count: a moment, or a local date meaning that whole day (its last millisecond).
 * @returns null when `text` is neither.
 */
export function parseMoment(text: string, timeZone: string): number | null {
  const day = parseLocalDate(text)
  return day === null ? parseInstant(text) : endOfDay(day, timeZone)
}

/**
 * When a fact happened: a moment, a local date and time, or a local date meaning the start of that day.
 * @returns null when `text` is none of them.
 */
export function parseOccurrence(text: string, timeZone: string): number | null {
  const day = parseLocalDate(text)
  if (day !== null) return startOfDay(day, timeZone)
  return parseWallClock(text, timeZone) ?? parseInstant(text)
}

/** The moment at which clocks in the time zone show `2026-11-23T09:30:00`; the first, where they show it twice. */
function parseWallClock(text: string, timeZone: string): number | null {
  const [, date, time] = wallClockPattern.exec(text) ?? []
  if (!date || !time || parseLocalDate(date) === null) return null
  const shown = Date.parse(`${date}T${time}Z`)
  return shown - offsetMs(shown - offsetMs(shown, timeZone), timeZone)
}

/** Does the text say when a fact happened, in one of the ways of `parseOccurrence`? */
export function isOccurrence(text: string): boolean {
  return parseOccurrence(text, 'UTC') !== null
}

/** Zones change their offset on quarter hours at most, so one answer serves a whole quarter of an hour. */
const quarterMs = 900_000
const longestMemory = 20_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The offsets of a time zone that were asked for: of whole days in UTC, and of quarter hours where a day has two. */
interface Offsets {
  days: Map<number, number | 'two'>
  quarters: Map<number, number>
}
const offsets = new Map<string, Offsets>()

function offsetMs(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const known = offsets.get(timeZone) ?? { days: new Map(), quarters: new Map() }
  offsets.set(timeZone, known)
  const offset = remembered(known.days, Math.floor(at / dayMs), day => {
    const first = readOffset(day * dayMs, timeZone)
    return first === readOffset((day + 1) * dayMs - quarterMs, timeZone) ? first : 'two'
  })
  if (offset !== 'two') return offset
  return remembered(known.quarters, Math.floor(at / quarterMs), quarter =>
    readOffset(quarter * quarterMs, timeZone),
  )
}

function remembered<Value>(memory: Map<number, Value>, key: number, read: (key: number) => Value): Value {
  const before = memory.get(key)
  if (before !== undefined) return before
  if (memory.size > longestMemory) memory.clear()
  const value = read(key)
  memory.set(key, value)
  return value
}

function readOffset(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(timeZone, format)
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  const shown = new Date(0)
  shown.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
  shown.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second))
  return shown.getTime() - at
}
