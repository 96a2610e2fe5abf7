// POST /v1/customers/{id}/preferences and PATCH on one: how a customer wants to be treated.

import { api } from '../../shared/api.ts'
import { preferenceProblem } from '../../shared/preference-value.ts'
import { preferences } from '../repositories/preferences.ts'
import { refusal } from '../telling.ts'
import { factRoutes } from './fact-routes.ts'

export const preferenceRoutes = factRoutes(api.logPreference, api.correctPreference, {
  name: 'preference',
  table: preferences,
  content({ kind, value: text = '', personId = null }) {
    const value = text.trim()
    const problem = preferenceProblem(kind, value)
    if (problem) throw refusal('value', problem)
    return { kind, value, personId }
  },
  said: ({ kind, value, personId }) => ({ kind, value, personId }),
})
