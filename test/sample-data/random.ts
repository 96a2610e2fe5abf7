// A seeded source of chance with the draws the sample data needs: the same seed gives the same sequence everywhere.
// Not for secrets.

export interface Random {
  /** At least 0, under 1. */
  uniform(): number
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  chance(probability: number): boolean
  /** Mean 0, standard deviation 1. */
  normal(): number
  /** `median` is that of the draws; `sigma` the standard deviation of their logarithm. */
  lognormal(median: number, sigma: number): number
  /** Mean 1 / rate. */
  exponential(rate: number): number
  /** Mean shape / rate. */
  gamma(shape: number, rate: number): number
  /** Mean a / (a + b). */
  beta(a: number, b: number): number
  poisson(mean: number): number
  /** An independent source for part `label`, so that drawing more in one part moves nothing in another. */
  fork(label: number): Random
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const uniform = () => next() / 2 ** 32

  function normal(): number {
    // Box and Muller (1958); 1 - uniform keeps the logarithm finite.
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  }

  function exponential(rate: number): number {
    return -Math.log(1 - uniform()) / rate
  }

  function gamma(shape: number, rate: number): number {
    // Under 1 through shape + 1: Marsaglia and Tsang (2000), section 6.
    if (shape < 1) return gamma(shape + 1, rate) * (1 - uniform()) ** (1 / shape)
    return standardGamma(shape, uniform, normal) / rate
  }

  function beta(a: number, b: number): number {
    const one = gamma(a, 1)
    const other = gamma(b, 1)
    return one / (one + other)
  }

  function poisson(mean: number): number {
    let count = 0
    for (let time = exponential(1); time < mean; time += exponential(1)) count++
    return count
  }

  function pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(uniform() * list.length)] ?? list[0]
  }

  return {
    uniform,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    pick,
    chance: probability => uniform() < probability,
    normal,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential,
    gamma,
    beta,
    poisson,
    fork: label => createRandom(mix(seed, label)),
  }
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), for shape >= 1 and rate 1. */
function standardGamma(shape: number, uniform: () => number, normal: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = normal()
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Tommy Ettinger's mulberry32 (2017, public domain): whole numbers from 0 to 2^32 - 1. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** The finaliser of MurmurHash3 over both numbers: near labels give far seeds. */
function mix(seed: number, label: number): number {
  let hash = seed ^ Math.imul(label + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
