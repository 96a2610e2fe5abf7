// Every metric, in the order in which the panel lists them.

import { contactBalance } from './contact-balance.ts'
import { departure } from './departure.ts'
import { gap } from './gap.ts'
import { gestures } from './gestures.ts'
import { interval } from './interval.ts'
import { irritants } from './irritants.ts'
import { ltv } from './ltv.ts'
import type { Metric } from './metric.ts'
import { mood } from './mood.ts'
import { nps } from './nps.ts'
import { pause } from './pause.ts'
import { people } from './people.ts'
import { preferences } from './preferences.ts'
import { promises } from './promises.ts'
import { ratio } from './ratio.ts'
import { regularity } from './regularity.ts'
import { revenueClass } from './revenue-class.ts'
import { rfm } from './rfm.ts'
import { risk } from './risk.ts'
import { season } from './season.ts'
import { status } from './status.ts'
import { visit } from './visit.ts'
import { waiting } from './waiting.ts'
import { winBack } from './win-back.ts'
import { winBackClass } from './win-back-class.ts'

export const metrics: readonly Metric[] = [
  preferences,
  risk,
  status,
  gap,
  interval,
  ratio,
  pause,
  departure,
  winBackClass,
  winBack,
  nps,
  irritants,
  mood,
  promises,
  waiting,
  gestures,
  contactBalance,
  people,
  visit,
  revenueClass,
  regularity,
  season,
  rfm,
  ltv,
]
