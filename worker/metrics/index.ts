// Every metric, in the order in which the panel lists them.

import { gap } from './gap.ts'
import { interval } from './interval.ts'
import { irritants } from './irritants.ts'
import type { Metric } from './metric.ts'
import { mood } from './mood.ts'
import { nps } from './nps.ts'
import { ratio } from './ratio.ts'
import { risk } from './risk.ts'
import { status } from './status.ts'

export const metrics: readonly Metric[] = [risk, status, gap, interval, ratio, nps, irritants, mood]
