// Why a customer's risk differs from the workspace's usual one: points that add up to the score. Pure; words,
// bands and what is worth showing are elsewhere.

import { clampLogOdds, finiteLogOddsOf, probabilityOf } from './log-odds.ts'

/** `alive`: P(still a customer); `pace`: P(buys in time, as long as they are one). */
export interface PurchaseOdds {
  alive: number
  pace: number
}

/** The way from the workspace's usual customer to this one; nothing on it may be NaN. */
export interface RiskPath {
  /** The means over the customers with a repeat purchase. */
  start: PurchaseOdds
  customer: PurchaseOdds
  /** The probability of no purchase after recalibration on the workspace's own outcomes. */
  recalibrated?: number
  /** What people told us, in the order in which it enters. */
  voice: readonly { id: string; logOdds: number }[]
  /** The probability at the edge of the band in which a member put the customer. */
  override?: { probability: number }
}

/** The id is `alive`, `pace`, `recalibration`, `override` or that of a voice fact. */
export interface ReasonPoints {
  id: string
  /** Whole; above 0 it makes the risk worse. */
  points: number
  /** How far it moved the log-odds; it may do so and still round to 0 points. */
  logOdds: number
}

export interface Explanation {
  /** Both whole, 1 to 99, 100 = worst. */
  score: number
  start: number
  /** In the order of the path. */
  points: ReasonPoints[]
}

/** A risk is never shown as impossible or certain. */
const probabilityBounds = { least: 0.01, most: 0.99 }
/** Closer together the slope between two probabilities is lost in rounding, and is that of the curve. */
const leastLogOddsApart = 1e-6

/**
 * The score with its reasons: `start` + all points = `score`. Points are shared out by the change in log-
 * odds, each reason getting the same number of points for the same change, so that large opposite reasons do
 * not explode.
 */
export function explain(path: RiskPath): Explanation {
  const begin = finiteLogOddsOf(noPurchase(path.start))
  const moves = movesOf(path, begin)
  const moved = moves.reduce((sum, { logOdds }) => sum + logOdds, 0)
  const from = shownProbability(begin)
  const to = shownProbability(begin + moved)
  const start = Math.round(100 * from)
  const score = Math.round(100 * to)
  const slope = Math.abs(moved) < leastLogOddsApart ? from * (1 - from) : (to - from) / moved
  const points = shareOut(
    score - start,
    moves.map(({ logOdds }) => 100 * slope * logOdds),
  )
  return { score, start, points: moves.map((move, index) => ({ ...move, points: points[index] ?? 0 })) }
}

interface Move {
  id: string
  logOdds: number
}

/** Each stop of the path as the change it makes, in order. */
function movesOf({ start, customer, recalibrated, voice, override }: RiskPath, begin: number): Move[] {
  const moves: Move[] = []
  let at = begin
  const moveTo = (id: string, logOdds: number) => {
    moves.push({ id, logOdds: logOdds - at })
    at = logOdds
  }
  moveTo('alive', finiteLogOddsOf(noPurchase({ alive: customer.alive, pace: start.pace })))
  moveTo('pace', finiteLogOddsOf(noPurchase(customer)))
  if (recalibrated !== undefined) moveTo('recalibration', finiteLogOddsOf(recalibrated))
  for (const { id, logOdds } of voice) moveTo(id, clampLogOdds(at + logOdds))
  if (override) moveTo('override', finiteLogOddsOf(override.probability))
  return moves
}

function noPurchase({ alive, pace }: PurchaseOdds): number {
  return 1 - alive * pace
}

function shownProbability(logOdds: number): number {
  return Math.min(probabilityBounds.most, Math.max(probabilityBounds.least, probabilityOf(logOdds)))
}

/**
 * Whole numbers near `exact` that add up to `total`: what rounding down leaves goes to the largest fractions,
 * the earlier first.
 */
function shareOut(total: number, exact: readonly number[]): number[] {
  const whole = exact.map(Math.floor)
  const fraction = (index: number) => (exact[index] ?? 0) - (whole[index] ?? 0)
  const byFraction = [...exact.keys()].sort((one, other) => fraction(other) - fraction(one))
  const left = total - whole.reduce((sum, points) => sum + points, 0)
  const extra = exact.map(() => 0)
  for (let given = 0; given < Math.abs(left); given++) {
    const index = byFraction[given % byFraction.length] ?? 0
    extra[index] = (extra[index] ?? 0) + Math.sign(left)
  }
  return whole.map((points, index) => points + (extra[index] ?? 0))
}
