// The Worker with the baselines beside it: Hono with one indexed row, and a raw upsert of ready rows. Same
// process, same database, so that only the ratio between them says anything.

import { Hono } from 'hono'
import worker from '../../worker/index.ts'

const bare = new Hono<{ Bindings: { DB: D1Database } }>()

bare.post('/bare/row', async context => {
  const { workspace, id } = await context.req.json<{ workspace: string; id: string }>()
  const row = await context.env.DB.prepare(
    'SELECT id, name FROM customer WHERE workspace_id = ?1 AND id = ?2',
  )
    .bind(workspace, id)
    .first()
  return context.json(row)
})

/** The body is a JSON array of texts, each a JSON array of rows for one table, handed to D1 as they came. */
bare.post('/bare/upsert', async context => {
  const [customers, identities, purchases, standings] =
    await context.req.json<[string, string, string, string]>()
  const { DB } = context.env
  await DB.batch([
    DB.prepare(
      `INSERT INTO customer (workspace_id, id, name, first_day, gaps, last_day, rhythm, money,
         revision, recorded_at)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
         value ->> 7, 1, 0
       FROM json_each(?1) WHERE true ON CONFLICT DO UPDATE SET gaps = excluded.gaps, rhythm = excluded.rhythm,
         money = excluded.money`,
    ).bind(customers),
    DB.prepare(
      `INSERT INTO identity (workspace_id, kind, value, host, customer_id, raw, recorded_at)
       SELECT value ->> 0, 'email', value ->> 1, '', value ->> 2, value ->> 1, 0
       FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
    ).bind(identities),
    DB.prepare(
      `INSERT INTO purchase (workspace_id, customer_id, day, source, external_id, revision, at, amount_minor,
         currency, recorded_at)
       SELECT value ->> 0, value ->> 1, value ->> 2, 'shop', value ->> 3, 1, value ->> 4, value ->> 5, 'EUR', 0
       FROM json_each(?1) WHERE true ON CONFLICT DO UPDATE SET amount_minor = excluded.amount_minor`,
    ).bind(purchases),
    DB.prepare(
      `INSERT INTO standing (workspace_id, rule_version, customer_id, series, since_day, since_cause, late_day,
         lost_day)
       SELECT value ->> 0, 1, value ->> 1, 'repeat', value ->> 2, 'started', value ->> 3, value ->> 4
       FROM json_each(?1) WHERE true ON CONFLICT DO UPDATE SET late_day = excluded.late_day,
         lost_day = excluded.lost_day`,
    ).bind(standings),
  ])
  return context.json({ accepted: true })
})

bare.all('*', context => worker.fetch(context.req.raw, context.env, context.executionCtx))

export default bare
