// Dates and times of day as exports write them, in English, Russian and Lithuanian, into ISO 8601. It knows no time
// zone: what has none keeps none, and whoever knows the workspace's reads it there.

import { readText } from './import-cells.ts'
import { parseInstant, parseLocalDate } from './time.ts'

/** How `11/12/2026` is read. A date that begins with its year is read alike in every order. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

const longestDate = 60
const oldestYear = 1900
const latestYear = 2199

/** How each month's name begins, in any of the languages and cases; accents are left out. */
const monthNames = [
  'jan янв sau',
  'feb фев vas',
  'mar мар kov',
  'apr апр bal',
  'may маи мая geg',
  'jun июн bir',
  'jul июл lie',
  'aug авг rugp',
  'sep сен rugs',
  'oct окт spa',
  'nov ноя lap',
  'dec дек gru',
].map(names => names.split(' '))

/** Words that belong to a date without saying anything: `2026 m. lapkričio 23 d.`, `23 ноября 2026 г.` */
const fillers = new Set(['of', 'г', 'год', 'года', 'm', 'd'])

interface Day {
  year: number
  month: number
  date: number
}

/**
 * A local date `2026-11-23`, a local date and time `2026-11-23T08:26:00`, or an instant with its offset.
 * @returns null where the text is no existing day, or written in another order; two-digit years are refused.
 */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = readText(cell).replace(/\s+/g, ' ')
  if (text === '' || text.length > longestDate) return null
  const [, dateText = '', time = '', zone = ''] = dateTimePattern.exec(text) ?? []
  const date = readDay(dateText, order)
  if (date === null || time === '') return date
  const clock = readTime(time)
  if (clock === null) return null
  const local = `${date}T${clock}`
  return zone === '' ? local : readInstant(local, zone)
}

/** The order in which most samples are existing days; `dmy` where day and month could be either. */
export function guessDateOrder(samples: readonly string[]): DateOrder {
  const readable = (order: DateOrder) => samples.filter(sample => readDate(sample, order) !== null).length
  const counts = dateOrders.map(order => ({ order, count: readable(order) }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).order
}

/** A date, then a time of day, and after that an offset or the name of UTC. */
const dateTimePattern =
  /^(.+?)(?:[T,]? ?(?<!\d)(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?)(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?$/i

function readDay(text: string, order: DateOrder): string | null {
  const day = readNumericDay(text, order) ?? readNamedDay(text)
  if (!day || day.year < oldestYear || day.year > latestYear) return null
  const { year, month, date } = day
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return parseLocalDate(iso) === null ? null : iso
}

function readNumericDay(text: string, order: DateOrder): Day | null {
  const yearFirst =
    /^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})\.?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  if (yearFirst) {
    const [, year, , month, date] = yearFirst
    return { year: Number(year), month: Number(month), date: Number(date) }
  }
  const [, first, , second, year] = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})(?: ?г\.?)?$/.exec(text) ?? []
  if (order === 'ymd' || year === undefined) return null
  const [date, month] = order === 'dmy' ? [first, second] : [second, first]
  return { year: Number(year), month: Number(month), date: Number(date) }
}

/** `23 Nov 2026`, `Mon, November 23rd, 2026`, `23-Nov-2026`, `23 нояб. 2026 г.`, `2026 m. lapkričio 23 d.` */
function readNamedDay(text: string): Day | null {
  const words = plain(text.replace(/^\p{L}{2,11}\.?, /u, ''))
    .split(/[ .,/-]+/)
    .filter(word => word !== '' && !fillers.has(word))
  const month = words.findIndex(word => monthOf(word) > 0)
  const name = words[month]
  if (words.length !== 3 || name === undefined) return null
  const numbers = words
    .filter((_, index) => index !== month)
    .map(word => word.replace(/(?<=\d)(st|nd|rd|th)$/, ''))
  const year = numbers.find(number => /^\d{4}$/.test(number))
  const date = numbers.find(number => /^\d{1,2}$/.test(number))
  return year && date ? { year: Number(year), month: monthOf(name), date: Number(date) } : null
}

/** 1 to 12, or 0 for a word that is no month. */
function monthOf(word: string): number {
  return 1 + monthNames.findIndex(names => names.some(name => word.startsWith(name)))
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** `8:26 pm` -> `20:26:00`; fractions of a second are left out. */
function readTime(text: string): string | null {
  const [, hourText, minute, second = '00', half] =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?$/i.exec(text) ?? []
  const hour = half ? hourOfHalf(Number(hourText), half.toLowerCase()) : Number(hourText)
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minute}:${second}`
}

function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

function readInstant(local: string, zone: string): string | null {
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z'
  return parseInstant(local + offset) === null ? null : local + offset
}
