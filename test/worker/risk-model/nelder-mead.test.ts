import { describe, expect, it } from 'vitest'
import { nelderMead } from '../../../worker/risk-model/nelder-mead.ts'

const search = { step: 0.5, valueTolerance: 1e-12, pointTolerance: 1e-7, maxIterations: 1000 }

function rosenbrock([x = 0, y = 0]: readonly number[]): number {
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2
}

describe('nelderMead', () => {
  it('follows a curved valley to its lowest point', () => {
    const { point, value, converged } = nelderMead(rosenbrock, [-1.2, 1], search)
    expect(converged).toBe(true)
    expect(value).toBeLessThan(1e-12)
    expect(point[0]).toBeCloseTo(1, 5)
    expect(point[1]).toBeCloseTo(1, 5)
  })

  it('finds the bottom of a bowl in four numbers', () => {
    const bottom = [1, -2, 3, -4]
    const bowl = (point: readonly number[]) =>
      point.reduce((sum, value, axis) => sum + (axis + 1) * (value - (bottom[axis] ?? 0)) ** 2, 0)
    const { point } = nelderMead(bowl, [0, 0, 0, 0], search)
    for (const [axis, value] of bottom.entries()) expect(point[axis]).toBeCloseTo(value, 5)
  })

  it('stops at a bound where the cost is infinite, and where it is no number', () => {
    for (const outside of [Number.POSITIVE_INFINITY, Number.NaN]) {
      const cost = ([x = 0]: readonly number[]) => (x < 2 ? outside : x)
      const { point, value } = nelderMead(cost, [5], search)
      expect(point[0]).toBeCloseTo(2, 5)
      expect(value).toBeGreaterThanOrEqual(2)
    }
  })

  it('says that it has not converged when its steps run out', () => {
    const { converged, iterations } = nelderMead(rosenbrock, [-1.2, 1], { ...search, maxIterations: 10 })
    expect({ converged, iterations }).toEqual({ converged: false, iterations: 10 })
  })

  it('refuses to search among no numbers', () => {
    expect(() => nelderMead(() => 0, [], search)).toThrow(RangeError)
  })
})
