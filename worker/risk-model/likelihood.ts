// The log-likelihood of the MBG/NBD model over many customers. Pure; finding the parameters is fit.ts.

import { logGamma } from './log-gamma.ts'
import type { Cell, Params } from './mbg-nbd.ts'

/** The log-likelihood of customers counted in cells, times in weeks; 0 for none. */
export function logLikelihood(params: Params, cells: readonly Cell[]): number {
  return tabulate(cells)(params)
}

/**
 * The log-likelihood as a function of the parameters alone (Batislam, Denizel & Filiztekin 2007). For a
 * customer
 *
 *     ln G(r+x) - ln G(r) - (r+x) ln(1 + T/alpha) - x ln alpha + ln B(a, b+x+1) - ln B(a, b) + ln(1 + e^d)
 *     d = ln(a / (b+x)) + (r+x) (ln(1 + T/alpha) - ln(1 + tx/alpha))
 *
 * so gammas are needed once for each distinct x, logarithms once for each distinct time, and only the last
 * term once for each cell.
 */
export function tabulate(cells: readonly Cell[]): (params: Params) => number {
  const table = tableOf(cells)
  return params => {
    const elapsed = table.times.map(time => Math.log1p(time / params.alpha))
    return (
      purchaseTerms(table, params) - silenceTerms(table, params, elapsed) + leftTerms(table, params, elapsed)
    )
  }
}

interface Table {
  /** The distinct values of x, and how many customers have each. */
  xs: Float64Array
  customersByX: Float64Array
  /** The distinct values of tx and T; customers observed for each, and their repeat purchases. */
  times: Float64Array
  customersByT: Float64Array
  repeatsByT: Float64Array
  /** A cell's x, tx and T as places in `xs` and `times`. */
  xPlace: Int32Array
  txPlace: Int32Array
  tPlace: Int32Array
  count: Float64Array
}

function tableOf(cells: readonly Cell[]): Table {
  const xPlaces = new Map<number, number>()
  const timePlaces = new Map<number, number>()
  const xPlace = Int32Array.from(cells, ({ x }) => placeOf(x, xPlaces))
  const txPlace = Int32Array.from(cells, ({ tx }) => placeOf(tx, timePlaces))
  const tPlace = Int32Array.from(cells, ({ T }) => placeOf(T, timePlaces))
  const count = Float64Array.from(cells, ({ n }) => n)
  const repeats = Float64Array.from(cells, ({ x, n }) => x * n)
  return {
    xs: Float64Array.from(xPlaces.keys()),
    customersByX: sumBy(xPlace, count, xPlaces.size),
    times: Float64Array.from(timePlaces.keys()),
    customersByT: sumBy(tPlace, count, timePlaces.size),
    repeatsByT: sumBy(tPlace, repeats, timePlaces.size),
    xPlace,
    txPlace,
    tPlace,
    count,
  }
}

function placeOf(value: number, places: Map<number, number>): number {
  const known = places.get(value)
  if (known !== undefined) return known
  places.set(value, places.size)
  return places.size - 1
}

function sumBy(places: Int32Array, amounts: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (const [index, place] of places.entries()) sums[place] = (sums[place] ?? 0) + (amounts[index] ?? 0)
  return sums
}

/** What x alone decides: how many purchases, and that the customer stayed after each but the last. */
function purchaseTerms({ xs, customersByX }: Table, { r, alpha, a, b }: Params): number {
  const none = logGamma(a + b) - logGamma(b) - logGamma(r)
  const logAlpha = Math.log(alpha)
  return xs.reduce((sum, x, place) => {
    const stayed = logGamma(b + x + 1) - logGamma(a + b + x + 1)
    return sum + (customersByX[place] ?? 0) * (logGamma(r + x) + stayed + none - x * logAlpha)
  }, 0)
}

/** What T and x decide: no purchase for as long as the customer is observed, but the x. */
function silenceTerms({ customersByT, repeatsByT }: Table, { r }: Params, elapsed: Float64Array): number {
  return elapsed.reduce(
    (sum, time, place) => sum + (r * (customersByT[place] ?? 0) + (repeatsByT[place] ?? 0)) * time,
    0,
  )
}

/** Past this e^d is all of 1 + e^d, to the last digit. */
const mostForSum = 37
/** Another factor of at most 1 + e^37 does not overflow it. */
const mostForProduct = 1e280

/**
 * ln(1 + e^d), summed: the customers may have left right after the last purchase. Most cells hold one
 * customer, and the logarithm of their product is quicker than the sum of their logarithms.
 */
function leftTerms(
  { xs, xPlace, txPlace, tPlace, count }: Table,
  { r, a, b }: Params,
  elapsed: Float64Array,
): number {
  const logOddsOfLeaving = xs.map(x => Math.log(a / (b + x)))
  let sum = 0
  let product = 1
  for (let cell = 0; cell < count.length; cell++) {
    const place = xPlace[cell] ?? 0
    const silence = (elapsed[tPlace[cell] ?? 0] ?? 0) - (elapsed[txPlace[cell] ?? 0] ?? 0)
    const d = (logOddsOfLeaving[place] ?? 0) + (r + (xs[place] ?? 0)) * silence
    const n = count[cell] ?? 0
    if (d > mostForSum) sum += n * d
    else if (n === 1) product *= 1 + Math.exp(d)
    else sum += n * Math.log1p(Math.exp(d))
    if (product > mostForProduct) {
      sum += Math.log(product)
      product = 1
    }
  }
  return sum + Math.log(product)
}
