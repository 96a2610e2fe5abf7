// Mends the model's probabilities where the workspace's own outcomes show it to be off, and only where that
// proved right later. Pure; which customers and windows is the caller's business.

import { clampLogOdds, finiteLogOddsOf, probabilityOf } from './log-odds.ts'
import { logLoss, type Outcome, surprise } from './score-quality.ts'

/** What becomes of the log-odds of no purchase: `intercept + slope * log-odds`; 0 and 1 leave all as it is. */
export interface Recalibration {
  intercept: number
  slope: number
}

const asItIs: Recalibration = { intercept: 0, slope: 1 }

/** Fewer tell chance from error too badly to touch the model for. */
export const leastPast = { customers: 1_000, ofEachOutcome: 100 }

/**
 * The ridge's strength: half of it times the squared distance from leaving all as it is stands against the log-
 * likelihood, as a prior would by which both numbers are within an eighth of it in two cases of three. Chosen on
 * two retailers: with 20,000 customers 4 to 256 come to the same; with 2,000 it gives away .0004 of log loss
 * against 4 where the model's error lasted, and saves .0023 where it did not.
 */
const ridge = 64

const mostSteps = 50
/** In log-odds: far below a point of the score. */
const smallestStep = 1e-9

/** The probability after the recalibration; never 0 or 1. */
export function recalibrated(probability: number, { intercept, slope }: Recalibration): number {
  return probabilityOf(clampLogOdds(intercept + slope * finiteLogOddsOf(probability)))
}

/**
 * Platt's logistic recalibration (1999) of what the model said in the `past` window, drawn towards the model.
 * Null where the past is of fewer than 1,000 customers or fewer than 100 of either outcome, where it would turn
 * the model's order round, and where it does not lower the log loss of the `later` window.
 */
export function recalibrate(past: readonly Outcome[], later: readonly Outcome[]): Recalibration | null {
  if (!isEnoughPast(past)) return null
  const fitted = fitRidge(past)
  return fitted.slope > 0 && lowersLogLoss(fitted, later) ? fitted : null
}

/** At least 1,000 customers and 100 of either outcome. */
export function isEnoughPast(past: readonly Outcome[]): boolean {
  const gone = past.filter(({ isGone }) => isGone).length
  return past.length >= leastPast.customers && Math.min(gone, past.length - gone) >= leastPast.ofEachOutcome
}

function lowersLogLoss(recalibration: Recalibration, later: readonly Outcome[]): boolean {
  const before = logLoss(later)
  const after = logLoss(
    later.map(({ probability, isGone }) => ({
      probability: recalibrated(probability, recalibration),
      isGone,
    })),
  )
  return before !== null && after !== null && after < before
}

interface Case {
  logOdds: number
  isGone: boolean
}

/** Newton's method; the cost is convex, so there is one minimum to find. */
function fitRidge(past: readonly Outcome[]): Recalibration {
  const cases = past.map(({ probability, isGone }) => ({ logOdds: finiteLogOddsOf(probability), isGone }))
  let at = asItIs
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const next = downhill(at, newtonStep(at, cases), cases)
    if (!next) break
    const isThere = Math.hypot(next.intercept - at.intercept, next.slope - at.slope) < smallestStep
    at = next
    if (isThere) break
  }
  return at
}

/** As much of a step as does not lead uphill: all of it, a half, a quarter ...; null where none does. */
function downhill(at: Recalibration, step: Recalibration, cases: readonly Case[]): Recalibration | null {
  const most = costOf(at, cases)
  for (let share = 1; share > smallestStep; share /= 2) {
    const next = {
      intercept: at.intercept + share * step.intercept,
      slope: at.slope + share * step.slope,
    }
    if (costOf(next, cases) <= most) return next
  }
  return null
}

/** Minus the log-likelihood of the cases, and the ridge. */
function costOf({ intercept, slope }: Recalibration, cases: readonly Case[]): number {
  const apart = (intercept - asItIs.intercept) ** 2 + (slope - asItIs.slope) ** 2
  return cases.reduce(
    (sum, { logOdds, isGone }) => sum + surprise(intercept + slope * logOdds, isGone),
    (ridge / 2) * apart,
  )
}

/** Minus the gradient over the matrix of second derivatives, which the ridge keeps invertible. */
function newtonStep({ intercept, slope }: Recalibration, cases: readonly Case[]): Recalibration {
  let downIntercept = ridge * (asItIs.intercept - intercept)
  let downSlope = ridge * (asItIs.slope - slope)
  let curveIntercept = ridge
  let curveSlope = ridge
  let curveBoth = 0
  for (const { logOdds, isGone } of cases) {
    const probability = probabilityOf(intercept + slope * logOdds)
    const missed = (isGone ? 1 : 0) - probability
    const weight = probability * (1 - probability)
    downIntercept += missed
    downSlope += missed * logOdds
    curveIntercept += weight
    curveSlope += weight * logOdds ** 2
    curveBoth += weight * logOdds
  }
  const determinant = curveIntercept * curveSlope - curveBoth ** 2
  return {
    intercept: (curveSlope * downIntercept - curveBoth * downSlope) / determinant,
    slope: (curveIntercept * downSlope - curveBoth * downIntercept) / determinant,
  }
}
