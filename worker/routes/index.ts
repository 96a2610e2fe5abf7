// Every route, in the order of the documentation.

import { saveCustomers } from './customers.ts'
import { health } from './health.ts'
import { importRows, listAllImports, undoImport } from './imports.ts'
import { correctIrritant, logIrritant } from './irritants.ts'
import { lookUp } from './lookups.ts'
import { fitModel } from './model-fits.ts'
import { savePurchases } from './purchases.ts'
import { saveResponses } from './responses.ts'
import type { Route } from './route.ts'

export const routes: readonly Route[] = [
  lookUp,
  saveCustomers,
  savePurchases,
  saveResponses,
  logIrritant,
  correctIrritant,
  importRows,
  listAllImports,
  undoImport,
  fitModel,
  health,
]
