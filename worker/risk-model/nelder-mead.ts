// Minimises a function of a few numbers without derivatives. It finds one minimum, not the least of several.

export interface Search {
  /** How far the first simplex reaches along each axis. */
  step: number
  /** Converged when the values at the simplex's corners differ by less than this, */
  valueTolerance: number
  /** and its corners by less than this along every axis. */
  pointTolerance: number
  maxIterations: number
}

interface Corner {
  point: readonly number[]
  value: number
}

export interface Minimum extends Corner {
  converged: boolean
  iterations: number
}

type Cost = (point: readonly number[]) => number

/**
 * Nelder & Mead 1965 with their own coefficients: reflect by 1, expand by 2, contract and shrink by a half.
 * The search never settles where `cost` is Infinity or NaN: that is how bounds are set.
 */
export function nelderMead(cost: Cost, start: readonly number[], search: Search): Minimum {
  const stepped = start.map((_, axis) =>
    start.map((value, other) => value + (other === axis ? search.step : 0)),
  )
  let simplex = rank([start, ...stepped].map(point => cornerAt(cost, point)))
  let iterations = 0
  while (!hasConverged(simplex, search) && iterations < search.maxIterations) {
    simplex = improve(cost, simplex)
    iterations += 1
  }
  return { ...simplex.best, converged: hasConverged(simplex, search), iterations }
}

interface Simplex {
  best: Corner
  middle: readonly Corner[]
  worst: Corner
}

function rank(corners: readonly Corner[]): Simplex {
  const [best, ...others] = corners.toSorted((one, other) => one.value - other.value || 0)
  const worst = others.pop()
  if (!best || !worst) throw new RangeError('A search needs at least one number to change.')
  return { best, middle: others, worst }
}

function cornerAt(cost: Cost, point: readonly number[]): Corner {
  const value = cost(point)
  return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
}

function hasConverged({ best, middle, worst }: Simplex, { valueTolerance, pointTolerance }: Search): boolean {
  const isNear = ({ point }: Corner) =>
    point.every((value, axis) => Math.abs(value - (best.point[axis] ?? value)) < pointTolerance)
  return worst.value - best.value < valueTolerance && [...middle, worst].every(isNear)
}

function improve(cost: Cost, { best, middle, worst }: Simplex): Simplex {
  const kept = [best, ...middle]
  const centre = centroid(kept)
  const beyond = (factor: number) => cornerAt(cost, between(centre, worst.point, -factor))
  const replaced = replacement(beyond, best, middle.at(-1) ?? best, worst)
  if (replaced) return rank([...kept, replaced])
  const shrunk = [...middle, worst].map(({ point }) => cornerAt(cost, between(best.point, point, 0.5)))
  return rank([best, ...shrunk])
}

/** What takes the place of the worst corner, or null when nothing along the line is better. */
function replacement(
  beyond: (factor: number) => Corner,
  best: Corner,
  secondWorst: Corner,
  worst: Corner,
): Corner | null {
  const reflected = beyond(1)
  if (reflected.value < best.value) return lower(beyond(2), reflected)
  if (reflected.value < secondWorst.value) return reflected
  const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5)
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null
}

function lower(one: Corner, other: Corner): Corner {
  return one.value < other.value ? one : other
}

function centroid(corners: readonly Corner[]): number[] {
  return corners
    .reduce<number[]>((sums, { point }) => point.map((value, axis) => value + (sums[axis] ?? 0)), [])
    .map(sum => sum / corners.length)
}

/** `from` at 0, `to` at 1, past `from` below 0. */
function between(from: readonly number[], to: readonly number[], factor: number): number[] {
  return from.map((value, axis) => value + factor * ((to[axis] ?? value) - value))
}
