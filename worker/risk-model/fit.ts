// Fits the MBG/NBD model to a workspace's customers by maximum a posteriori: on real data the likelihood
// alone can grow for ever towards infinite parameters. The same cells always give the same fit.

import { tabulate } from './likelihood.ts'
import type { Cell, Params } from './mbg-nbd.ts'
import { nelderMead } from './nelder-mead.ts'

export interface FitOptions {
  /** Steps of the search after which it gives up; about 100 are usual. */
  maxIterations?: number
}

export interface FitResult {
  params: Params
  /** Of the customers alone, without the priors. */
  logLikelihood: number
  /** False when the steps ran out first. */
  converged: boolean
  iterations: number
}

/**
 * Normal priors on log r, log(alpha / (r m)), logit(a / (a+b)) and log(a+b), where m is the workspace's own
 * mean time between purchases; the search runs on the same four coordinates, from the means.
 */
const priorMeans = [Math.log(0.7), 0, -1, Math.log(4)]
const priorDeviations = [1, 1.5, 1.5, 1.2]
/** Farthest a coordinate may go: e^12 is beyond any shop. */
const bound = 12

/** A simplex this flat and narrow is well inside a thousandth of any parameter's uncertainty. */
const search = { step: 0.5, valueTolerance: 1e-6, pointTolerance: 1e-3 }
/** Keeps alpha above 0 for purchases that are no time apart. */
const leastMeanGap = 1e-9

/**
 * The most probable parameters for customers counted in cells, times in weeks. Without customers or repeat
 * purchases the priors alone decide. Parameters and log-likelihood are always finite.
 */
export function fit(cells: readonly Cell[], { maxIterations = 1_000 }: FitOptions = {}): FitResult {
  const logLikelihood = tabulate(cells)
  const meanGap = meanGapOf(cells)
  const cost = (point: readonly number[]) => priorCost(point) - logLikelihood(paramsAt(point, meanGap))
  const { point, converged, iterations } = nelderMead(cost, priorMeans, { ...search, maxIterations })
  const params = paramsAt(point, meanGap)
  return { params, logLikelihood: logLikelihood(params), converged, iterations }
}

/** m: the weeks observed for each repeat purchase; 1 in place of what there is none of. */
function meanGapOf(cells: readonly Cell[]): number {
  const repeats = cells.reduce((sum, { x, n }) => sum + x * n, 0)
  const weeks = cells.reduce((sum, { T, n }) => sum + T * n, 0)
  return Math.max(leastMeanGap, (weeks || 1) / (repeats || 1))
}

/** Minus the log of the prior density, up to a constant. */
function priorCost(point: readonly number[]): number {
  if (point.some(coordinate => Math.abs(coordinate) > bound)) return Number.POSITIVE_INFINITY
  const deviations = point.map(
    (value, axis) => (value - (priorMeans[axis] ?? 0)) / (priorDeviations[axis] ?? 1),
  )
  return deviations.reduce((sum, deviation) => sum + deviation ** 2 / 2, 0)
}

function paramsAt(
  [logR = 0, logPace = 0, logitShare = 0, logSize = 0]: readonly number[],
  meanGap: number,
): Params {
  const r = Math.exp(logR)
  const size = Math.exp(logSize)
  return {
    r,
    alpha: r * meanGap * Math.exp(logPace),
    a: size / (1 + Math.exp(-logitShare)),
    b: size / (1 + Math.exp(logitShare)),
  }
}
