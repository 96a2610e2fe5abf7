// Fills an empty Tryton database: a company, a member who works there, the parties and their opportunities.
// An administrator has no company of their own there, so the opportunities are the member's work.

import { agent, customerParties, edgeParties, opportunities, ownCompany, type Party } from './parties.ts'
import { decimal, localDate, type TrytonCalls, type TrytonLogin } from './tryton-calls.ts'

/** @param calls as the administrator. @param member who will sign in. */
export async function seedParties(calls: TrytonCalls, member: TrytonLogin): Promise<void> {
  const createOne = async (model: string, row: object) => first(await create(calls, model, [row]))
  const rates = [['create', [{ date: localDate(2020, 1, 1), rate: decimal(1) }]]]
  const dollar = { name: 'US Dollar', code: 'USD', numeric_code: '840', symbol: '$', digits: 2, rates }
  const currency = await createOne('currency.currency', { ...dollar, rounding: decimal(0.01) })
  const company = await createOne('company.company', {
    party: await createOne('party.party', partyRow(ownCompany)),
    currency,
  })
  const employee = await createOne('company.employee', {
    party: await createOne('party.party', partyRow(agent)),
    company,
  })
  await createOne('res.user', {
    name: agent.name,
    login: member.user,
    password: member.password,
    groups: [['add', await calls.call<number[]>('model.res.group.search', [])]],
    companies: [['add', [company]]],
    company,
    employees: [['add', [employee]]],
    employee,
  })
  await create(calls, 'party.party', [...customerParties, ...Object.values(edgeParties)].map(partyRow))
}

/** @param calls as the member who will sign in. */
export async function seedOpportunities(calls: TrytonCalls): Promise<void> {
  const idOf = await partyIds(calls)
  await create(
    calls,
    'sale.opportunity',
    opportunities.map(({ party, ...texts }) => ({
      ...texts,
      start_date: localDate(2025, 11, 18),
      party: party === undefined ? null : idOf.get(party),
    })),
  )
}

/** The id of every party, by its code. */
export async function partyIds(calls: TrytonCalls): Promise<Map<string, number>> {
  const fields = ['code']
  const ids = await calls.call<number[]>('model.party.party.search', [])
  const rows = await calls.call<{ id: number; code: string }[]>('model.party.party.read', ids, fields)
  return new Map(rows.map(({ id, code }) => [code, id]))
}

async function create(calls: TrytonCalls, model: string, rows: readonly object[]): Promise<number[]> {
  return await calls.call(`model.${model}.create`, rows)
}

function partyRow({ name, code, company = '', street = '1 Main Street', contacts }: Party): object {
  return {
    name,
    code,
    addresses: [['create', [{ street, party_name: company }]]],
    contact_mechanisms: [['create', contacts]],
  }
}

function first([id]: readonly number[]): number {
  if (id === undefined) throw new Error('Tryton created nothing.')
  return id
}
