// Finds the parameters of the MBG/NBD model most probable for a workspace's customers: maximum a posteriori.
// Plain maximum likelihood runs off to infinity on real data; the priors hold it. No I/O, no chance: same cells, same fit.

import { tabulate } from './likelihood.ts'
import type { Cell, Params } from './mbg-nbd.ts'
import { nelderMead } from './nelder-mead.ts'

export interface FitOptions {
  /** Steps of the search after which it gives up; about 200 are usual. */
  maxIterations?: number
}

export interface FitResult {
  params: Params
  /** Of the customers alone, without the priors. */
  logLikelihood: number
  /** False when the steps ran out first: the parameters are finite but not yet the best. */
  converged: boolean
  iterations: number
}

/** The priors are normal, on these coordinates: log r, log(alpha / (r m)), logit(a / (a+b)), log(a+b). */
const priorMeans = [Math.log(0.7), 0, -1, Math.log(4)]
const priorDeviations = [1, 1.5, 1.5, 1.2]
/** No coordinate leaves -12 ... 12; e^12 times a mean is beyond anything seen. */
const bound = 12

const search = { step: 0.5, valueTolerance: 1e-6, pointTolerance: 1e-3 }

/**
 * The most probable parameters for customers counted in cells `{x, tx, T, n}`, times in weeks. The priors
 * are centred on the workspace's own mean time between purchases, m = sum T / sum x. Without customers or repeat purchases
 * they alone decide.
 */
export function fit(cells: readonly Cell[], { maxIterations = 2_000 }: FitOptions = {}): FitResult {
  const logLikelihood = tabulate(cells)
  const meanGap = meanWeeksBetween(cells)
  const cost = (point: readonly number[]) => priorCost(point) - logLikelihood(paramsAt(point, meanGap))
  const { point, converged, iterations } = nelderMead(cost, priorMeans, { ...search, maxIterations })
  const params = paramsAt(point, meanGap)
  return { params, logLikelihood: logLikelihood(params), converged, iterations }
}

function meanWeeksBetween(cells: readonly Cell[]): number {
  const repeats = cells.reduce((sum, { x, n }) => sum + x * n, 0)
  const weeks = cells.reduce((sum, { T, n }) => sum + T * n, 0)
  return (weeks || 1) / (repeats || 1)
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
