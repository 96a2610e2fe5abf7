import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from './random.ts'

const draws = 20_000

function moments(draw: (random: Random) => number) {
  const random = createRandom(7)
  const values = Array.from({ length: draws }, () => draw(random))
  const mean = values.reduce((sum, value) => sum + value, 0) / draws
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws
  return { mean, variance, least: Math.min(...values), most: Math.max(...values) }
}

/** Five standard errors of the mean. */
const around = (variance: number) => 5 * Math.sqrt(variance / draws)

describe('a seeded source of chance', () => {
  test('repeats itself for the same seed and not for another', () => {
    const sequence = (seed: number) => {
      const random = createRandom(seed)
      return Array.from({ length: 5 }, () => random.uniform())
    }
    expect(sequence(1)).toEqual(sequence(1))
    expect(sequence(1)).not.toEqual(sequence(2))
  })

  test('gives a part the same draws however much another part drew', () => {
    const idle = createRandom(3)
    const busy = createRandom(3)
    for (let draw = 0; draw < 100; draw++) busy.fork(0).uniform()
    busy.uniform()
    expect(busy.fork(1).uniform()).toBe(idle.fork(1).uniform())
    expect(idle.fork(1).uniform()).not.toBe(idle.fork(2).uniform())
  })

  test.each([
    { name: 'uniform', draw: (r: Random) => r.uniform(), mean: 0.5, variance: 1 / 12 },
    { name: 'normal', draw: (r: Random) => r.normal(), mean: 0, variance: 1 },
    { name: 'exponential', draw: (r: Random) => r.exponential(4), mean: 1 / 4, variance: 1 / 16 },
    { name: 'gamma over 1', draw: (r: Random) => r.gamma(2.2, 15.4), mean: 1 / 7, variance: 2.2 / 15.4 ** 2 },
    { name: 'gamma under 1', draw: (r: Random) => r.gamma(0.3, 2), mean: 0.15, variance: 0.075 },
    {
      name: 'beta',
      draw: (r: Random) => r.beta(0.45, 3.6),
      mean: 0.45 / 4.05,
      variance: (0.45 * 3.6) / (4.05 ** 2 * 5.05),
    },
    { name: 'poisson', draw: (r: Random) => r.poisson(1.7), mean: 1.7, variance: 1.7 },
    { name: 'chance', draw: (r: Random) => Number(r.chance(0.2)), mean: 0.2, variance: 0.16 },
    { name: 'integer', draw: (r: Random) => r.integer(3, 7), mean: 5, variance: 2 },
  ])('draws $name with its mean and variance', ({ draw, mean, variance }) => {
    const drawn = moments(draw)
    expect(Math.abs(drawn.mean - mean)).toBeLessThan(around(variance))
    expect(drawn.variance / variance).toBeCloseTo(1, 0.7)
  })

  test('keeps to the ends it was given', () => {
    const { least, most } = moments(random => random.integer(3, 7))
    expect([least, most]).toEqual([3, 7])
  })

  test('draws a lognormal around its median', () => {
    const random = createRandom(5)
    const below = Array.from({ length: draws }, () => random.lognormal(240, 0.9)).filter(value => value < 240)
    expect(Math.abs(below.length / draws - 0.5)).toBeLessThan(around(0.25))
  })

  test('picks every member of a list', () => {
    const random = createRandom(9)
    const picked = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])))
    expect([...picked].sort()).toEqual(['a', 'b', 'c'])
  })
})
