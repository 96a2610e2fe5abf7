// Amounts as people and systems write them, into whole minor units: no fraction passes through a float.

import { currencyOf, decimalsOf, isCurrencyMark } from './currency.ts'
import { readText } from './import-cells.ts'

/** What stands before the decimals of the file's amounts. */
export const decimalMarks = ['point', 'comma'] as const
export type DecimalMark = (typeof decimalMarks)[number]

/** The largest amount the contract takes, in minor units. */
const mostMinor = 9_000_000_000_000_000
const longestAmount = 60

const patterns: Record<DecimalMark, RegExp> = {
  point: /^(\d+|\d{1,3}(?:([, '])\d{3})(?:\2\d{3})*)?(?:\.(\d*))?$/,
  comma: /^(\d+|\d{1,3}(?:([. '])\d{3})(?:\2\d{3})*)?(?:,(\d*))?$/,
}

/**
 * Whole minor units of `currency`: `1.234,56`, `1 234,56`, `1'234.56`, `-5`, `(5.00)`, `€ 12`, `12 EUR`. Decimals beyond
 * the minor unit are rounded half away from zero.
 * @returns null where the text is no amount written with this decimal mark.
 */
export function readAmount(cell: string, decimal: DecimalMark, currency: string): number | null {
  const written = partsOf(cell)
  const [matched, whole = '', , fraction = ''] = (written && patterns[decimal].exec(written.digits)) ?? []
  if (!written || matched === undefined || whole + fraction === '') return null
  const places = decimalsOf(currency)
  const minor = Number(whole.replace(/\D/g, '') + fraction.slice(0, places).padEnd(places, '0'))
  const rounded = minor + (Number(fraction.charAt(places)) >= 5 ? 1 : 0)
  if (rounded > mostMinor) return null
  return written.isNegative && rounded !== 0 ? -rounded : rounded
}

/** The currency an amount's own cell names, `€ 12`, or null. */
export function currencyInAmount(cell: string): string | null {
  const mark = partsOf(cell)?.mark
  return mark ? currencyOf(mark) : null
}

/** The decimal mark most of the samples are surely written with; a point where none of them tells. */
export function guessDecimal(samples: readonly string[]): DecimalMark {
  const votes = samples.map(vote)
  const total = (sum: number, weight: number) => sum + weight
  return votes.reduce(total, 0) < 0 ? 'comma' : 'point'
}

interface WrittenAmount {
  /** Digits with their marks; every kind of space is a plain one. */
  digits: string
  isNegative: boolean
  /** The currency beside it, `€`; '' where there is none. */
  mark: string
}

/** @returns null where something that is no currency stands beside the number. */
function partsOf(cell: string): WrittenAmount | null {
  const text = readText(cell).replace(/\s/g, ' ').replace(/[−–]/g, '-').replace(/[’`´]/g, "'")
  if (text.length > longestAmount) return null
  const [, opening = '', before = '', digits, after = '', closing = ''] =
    /^([-+(]?)([^\d.,+()-]{0,8}?)([-+]?[\d.,](?:[\d., ']*[\d.,])?[-]?) ?([^\d.,+()-][^\d,+()-]{0,8})?(\)?)$/.exec(
      text,
    ) ?? []
  if (digits === undefined || (opening === '(') !== (closing === ')')) return null
  const marks = [before.trim(), after.trim()].filter(mark => mark !== '')
  if (marks.length > 1 || !marks.every(isCurrencyMark)) return null
  const isNegative = opening === '(' || opening === '-' || /^-|-$/.test(digits)
  return { digits: digits.replace(/[+-]/g, ''), isNegative, mark: marks[0] ?? '' }
}

/** Positive for a decimal point, negative for a comma; a lone mark before three digits rather groups them. */
function vote(cell: string): number {
  const digits = partsOf(cell)?.digits ?? ''
  const point = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (point < 0 && comma < 0) return 0
  if (point >= 0 && comma >= 0) return point > comma ? sure : -sure
  const mark = point >= 0 ? '.' : ','
  const [whole = '', ...groups] = digits.split(mark)
  const isGrouping = groups.length > 1
  const mayGroup = groups[0]?.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  const weight = isGrouping ? -sure : mayGroup ? -1 : sure
  return mark === '.' ? weight : -weight
}

const sure = 100
