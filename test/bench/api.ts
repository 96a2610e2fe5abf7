// lookup-panel, lookup-badges, lookup-at-100x, purchase-at-100x, ingest: the public endpoints against baselines in
// the same process on the same database.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../.ci/free-port.ts'
import { issueToken } from '../../.ci/issue-token.ts'
import { migrate, startWorker, withDatabase } from '../../.ci/local-worker.ts'
import { dayMs } from '../../shared/time.ts'
import { rhythmOf } from '../../worker/rhythm.ts'
import { Client, compare, median, type Post } from './load.ts'
import type { BenchResult } from './result.ts'

const small = { customers: 1_000, purchases: 10 }
const large = { customers: 100_000, purchases: 10 }
/** Customers whose own history is longer by as much as the workspace is larger. */
const probes = 20
const probePurchases = small.purchases * 100
const rowsACall = 5_000
const firstDay = Math.floor(Date.UTC(2023, 0, 2) / dayMs)
const rounds = 9
const warmUp = 200

/** @param say hears what is being prepared, for the one who waits. */
export async function benchApi(say: (what: string) => void): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'))
  await migrate(folder)
  const tokens = await withDatabase(folder, async db => ({
    small: await issueToken(db, newWorkspace('small'), Date.now()),
    large: await issueToken(db, newWorkspace('large'), Date.now()),
    first: await issueToken(db, newWorkspace('first'), Date.now()),
  }))
  const config = join(import.meta.dirname, 'wrangler.toml')
  const worker = await startWorker(await freePort(), folder, config)
  const clients = {
    small: new Client(worker.url, tokens.small),
    large: new Client(worker.url, tokens.large),
    first: new Client(worker.url, tokens.first),
  }
  try {
    const ingest = await benchIngest(clients.first, tokens.first)
    say(
      `${small.customers} customers, then ${large.customers} with ${large.customers * large.purchases} purchases`,
    )
    await fill(clients.small, small.customers, small.purchases, 's')
    await fill(clients.large, large.customers, large.purchases, 's')
    await fill(clients.large, probes, probePurchases, 'p')
    const bareRow = await bareRowOf(clients.small, tokens.small)
    say('a change of the rule, and the same look-ups and purchases after it')
    const ruleChange = await benchRuleChange(clients.large)
    return [
      await benchLookupPanel(clients.small, bareRow),
      await benchLookupBadges(clients.small),
      ...(await benchAt100x(clients.small, clients.large)),
      ruleChange,
      ...ingest,
    ]
  } finally {
    for (const client of Object.values(clients)) client.close()
    await worker.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function newWorkspace(workspace: string) {
  return { role: 'admin' as const, workspace, timeZone: 'UTC', currency: 'EUR', region: 'LT' }
}

const emailOf = (index: number, kind: string) => `${kind}${index}@customers.example`

function lookup(view: 'panel' | 'badge', emails: readonly string[]): Post {
  const lookups = emails.map(value => ({ identities: [{ kind: 'email', value }] }))
  return { path: '/v1/lookups', body: JSON.stringify({ lookups, view, locale: 'en' }) }
}

/** The `number`-th purchase of a customer: a rhythm of about a month with some spread. */
function purchase(customer: number, number: number, kind: string, apart = 30) {
  const day = firstDay + number * apart + ((customer * 7 + number * 3) % Math.min(5, apart))
  return {
    source: 'shop',
    externalId: `${kind}-${customer}-${number}`,
    customer: [{ kind: 'email', value: emailOf(customer, kind) }],
    at: new Date(day * dayMs + 36_000_000).toISOString(),
    amountMinor: 1000 + number,
    currency: 'EUR',
  }
}

async function fill(client: Client, customers: number, purchases: number, kind: string): Promise<void> {
  const apart = purchases > 100 ? 1 : 30
  const rows = Array.from(
    { length: customers * purchases },
    (_, index) => [Math.floor(index / purchases), index % purchases] as const,
  )
  for (let from = 0; from < rows.length; from += rowsACall) {
    const part = rows
      .slice(from, from + rowsACall)
      .map(([customer, number]) => purchase(customer, number, kind, apart))
    await client.send({ path: '/v1/purchases', body: JSON.stringify({ purchases: part }) })
  }
}

async function bareRowOf(client: Client, token: string): Promise<(index: number) => Post> {
  const [, workspace = ''] = token.split('_')
  const answer = JSON.parse(
    await client.send(
      lookup(
        'badge',
        Array.from({ length: 100 }, (_, index) => emailOf(index, 's')),
      ),
    ),
  )
  const ids: string[] = answer.answers.map(
    (one: { snapshot: { customer: { id: string } } }) => one.snapshot.customer.id,
  )
  return index => ({ path: '/bare/row', body: JSON.stringify({ workspace, id: ids[index % ids.length] }) })
}

async function benchLookupPanel(client: Client, bareRow: (index: number) => Post): Promise<BenchResult> {
  const panel = (index: number) => lookup('panel', [emailOf(index % small.customers, 's')])
  await client.time(panel, warmUp, 4)
  await client.time(bareRow, warmUp, 4)
  const { value, baseline } = await compare(
    () => client.time(panel, 400, 4),
    () => client.time(bareRow, 400, 4),
    rounds,
  )
  const throughput = 1000 / value
  const bare = 1000 / baseline
  const ratio = throughput / bare
  return {
    name: 'lookup-panel',
    value: throughput,
    unit: 'requests/s',
    baseline: bare,
    ratio,
    budget: '>= 0.6',
    ok: ratio >= 0.6,
  }
}

async function benchLookupBadges(client: Client): Promise<BenchResult> {
  const badges = (index: number) =>
    lookup(
      'badge',
      Array.from({ length: 100 }, (_, row) => emailOf((index * 100 + row) % small.customers, 's')),
    )
  const panel = (index: number) => lookup('panel', [emailOf(index % small.customers, 's')])
  await client.time(badges, warmUp / 4, 1)
  const times = await compare(
    () => client.time(badges, 60, 1),
    () => client.time(panel, 120, 1),
    rounds,
  )
  return { name: 'lookup-badges', ...times, unit: 'ms', budget: '<= 4', ok: times.ratio <= 4 }
}

async function benchAt100x(smallClient: Client, largeClient: Client): Promise<BenchResult[]> {
  const panelIn = (client: Client, kind: string, of: number) => () =>
    client.time(index => lookup('panel', [emailOf(index % of, kind)]), 300, 1)
  const badgesIn = (client: Client, kind: string, of: number) => () =>
    client.time(
      index =>
        lookup(
          'badge',
          Array.from({ length: 100 }, (_, row) => emailOf((index + row) % of, kind)),
        ),
      40,
      1,
    )
  let bought = 0
  /** Further purchases, each a new day of its customer. */
  const buyIn = (client: Client, kind: string, after: number, apart: number) => () => {
    bought += 1
    const number = after + bought
    return client.time(
      index => ({
        path: '/v1/purchases',
        body: JSON.stringify({ purchases: [purchase(index % probes, number, kind, apart)] }),
      }),
      probes,
      1,
    )
  }
  await panelIn(largeClient, 'p', probes)()
  await panelIn(smallClient, 's', probes)()
  const panel = await compare(panelIn(largeClient, 'p', probes), panelIn(smallClient, 's', probes), rounds)
  const badges = await compare(badgesIn(largeClient, 'p', probes), badgesIn(smallClient, 's', probes), rounds)
  const buy = await compare(
    buyIn(largeClient, 'p', probePurchases, 1),
    buyIn(smallClient, 's', small.purchases, 30),
    rounds * 3,
  )
  const under = ({ ratio }: { ratio: number }) => ({ budget: '<= 1.3', ok: ratio <= 1.3 })
  return [
    { name: 'lookup-at-100x.panel', ...panel, unit: 'ms', ...under(panel) },
    { name: 'lookup-at-100x.badges', ...badges, unit: 'ms', ...under(badges) },
    { name: 'purchase-at-100x', ...buy, unit: 'ms', ...under(buy) },
  ]
}

/** From the admin's answer to every customer's new standing: a fit with all standings, then other thresholds. */
async function benchRuleChange(client: Client): Promise<BenchResult> {
  await client.send({ path: '/v1/model-fits', body: '{}' })
  await applied(client)
  const { version } = JSON.parse(await client.send({ path: '/v1/settings', method: 'GET', body: '' }))
  const settings = { rule: { preset: 'contract' } }
  const started = performance.now()
  await client.send({ path: '/v1/settings', method: 'PUT', body: JSON.stringify({ version, settings }) })
  await applied(client)
  const value = performance.now() - started
  return {
    name: 'rule-change',
    value,
    unit: 'ms',
    baseline: null,
    ratio: null,
    budget: '<= 10000',
    ok: value <= 10_000,
  }
}

async function applied(client: Client): Promise<void> {
  for (let isApplied = false; !isApplied; ) {
    isApplied = JSON.parse(await client.send({ path: '/v1/settings/continue', body: '{}' })).applied
  }
}

/** 10 files of 20,000 purchases by the same 10,000 customers; each beside a raw upsert of rows like it. */
async function benchIngest(client: Client, token: string): Promise<BenchResult[]> {
  const [, workspace = ''] = token.split('_')
  const rowsAFile = 20_000
  const customers = 10_000
  const speeds: { own: number; raw: number }[] = []
  for (let file = 0; file < 10; file += 1) {
    const rows = Array.from({ length: rowsAFile }, (_, index) =>
      purchase(index % customers, file * 2 + Math.floor(index / customers), 'i'),
    )
    const parts = Array.from({ length: rowsAFile / rowsACall }, (_, part) =>
      rows.slice(part * rowsACall, (part + 1) * rowsACall),
    )
    const own = parts.map(part => ({ path: '/v1/purchases', body: JSON.stringify({ purchases: part }) }))
    const raw = parts.map(part => ({ path: '/bare/upsert', body: rawRows(workspace, part) }))
    speeds.push({
      raw: (rowsACall / (await client.time(index => raw[index] ?? (raw[0] as Post), raw.length, 1))) * 1000,
      own: (rowsACall / (await client.time(index => own[index] ?? (own[0] as Post), own.length, 1))) * 1000,
    })
  }
  const result = (name: string, { own, raw }: { own: number; raw: number }): BenchResult => ({
    name: `ingest.${name}`,
    value: own,
    unit: 'rows/s',
    baseline: raw,
    ratio: own / raw,
    budget: '>= 0.25',
    ok: own / raw >= 0.25,
  })
  const [first = { own: 0, raw: 1 }] = speeds
  const last = speeds.slice(-3)
  const tenth = { own: median(last.map(({ own }) => own)), raw: median(last.map(({ raw }) => raw)) }
  return [result('first-file', first), result('tenth-file', tenth)]
}

/** The same purchases as rows that are ready for their tables, under another workspace's key. */
function rawRows(workspace: string, rows: readonly ReturnType<typeof purchase>[]): string {
  const other = `${workspace}raw`
  const ids = new Map<string, number>()
  for (const { customer, at } of rows) ids.set(customer[0]?.value ?? '', Math.floor(Date.parse(at) / dayMs))
  const rhythm = JSON.stringify(rhythmOf({ firstDay, gaps: [30, 30, 30, 30] }))
  const money = JSON.stringify({
    totalMinor: 5000,
    purchases: 5,
    byDay: Array.from({ length: 5 }, (_, index) => [firstDay + index * 30, 1000, 1]),
  })
  const customers = [...ids].map(([email, day]) => [
    other,
    email,
    email,
    day,
    '[30,30,30,30]',
    day,
    rhythm,
    money,
  ])
  const identities = [...ids].map(([email]) => [other, email, email])
  const purchases = rows.map(({ customer, at, externalId, amountMinor }) => {
    const day = Math.floor(Date.parse(at) / dayMs)
    return [other, customer[0]?.value, day, externalId, Date.parse(at), amountMinor]
  })
  const standings = [...ids].map(([email, day]) => [other, email, day, day + 45, day + 90])
  return JSON.stringify([customers, identities, purchases, standings].map(table => JSON.stringify(table)))
}
