// Every route, in the order of the documentation.

import { contactRoutes } from './contacts.ts'
import { correct } from './corrections.ts'
import { correctCustomer, listCustomers, saveCustomers } from './customers.ts'
import { departureRoutes } from './departures.ts'
import { gestureRoutes } from './gestures.ts'
import { health } from './health.ts'
import { importRows, listAllImports, undoImport } from './imports.ts'
import { irritantRoutes } from './irritants.ts'
import { lookUp } from './lookups.ts'
import { fitModel } from './model-fits.ts'
import { overrideRoutes } from './overrides.ts'
import { pauseRoutes } from './pauses.ts'
import { personRoutes } from './people.ts'
import { preferenceRoutes } from './preferences.ts'
import { promiseRoutes } from './promises.ts'
import { savePurchases } from './purchases.ts'
import { responseRoutes } from './responses.ts'
import type { Route } from './route.ts'
import { changeSettings, continueSettings, listSettings, readSettings, restoreSettings } from './settings.ts'

import { visitRoutes } from './visits.ts'
import { winBackStepRoutes } from './win-back-steps.ts'
import { winBackRoutes } from './win-backs.ts'

export const routes: readonly Route[] = [
  lookUp,
  saveCustomers,
  listCustomers,
  correctCustomer,
  savePurchases,
  ...responseRoutes,
  ...contactRoutes,
  ...irritantRoutes,
  ...preferenceRoutes,
  ...promiseRoutes,
  ...gestureRoutes,
  ...personRoutes,
  ...pauseRoutes,
  ...visitRoutes,
  ...departureRoutes,
  ...winBackRoutes,
  ...winBackStepRoutes,
  ...overrideRoutes,
  correct,
  importRows,
  listAllImports,
  undoImport,
  fitModel,
  readSettings,
  changeSettings,
  continueSettings,
  listSettings,
  restoreSettings,
  health,
]
