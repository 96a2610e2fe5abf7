// fit-100k, fit-1m: what fitting the risk model to a workspace's customers costs.

import { CellTally, type DayCounts } from '../../worker/risk-model/cell-tally.ts'
import { fit as fitModel, type Params } from '../../worker/risk-model/mbg-nbd.ts'
import type { BenchResult } from './result.ts'
import { seededRandom, simulateCustomers } from './simulate-customers.ts'

/** The published fit of a real shop. */
const params: Params = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }

/**
 * CPU seconds of this process, user and system, for counting the customers into cells and fitting to them;
 * drawing the customers is not counted. A fit that does not converge is not ok.
 */
export async function benchFit(): Promise<BenchResult[]> {
  return [measure('fit-100k', 100_000, 1), measure('fit-1m', 1_000_000, 5)]
}

function measure(name: string, count: number, budgetSeconds: number): BenchResult {
  const customers = simulateCustomers(params, count, seededRandom(count))
  const before = process.cpuUsage()
  const { converged } = fitModel(cellsOf(customers))
  const { user, system } = process.cpuUsage(before)
  const value = (user + system) / 1e6
  const ok = converged && value <= budgetSeconds
  return { name, value, unit: 's', baseline: null, ratio: null, budget: `<= ${budgetSeconds} s`, ok }
}

function cellsOf(customers: readonly DayCounts[]) {
  const tally = new CellTally()
  for (const customer of customers) tally.add(customer)
  return tally.toCells()
}
