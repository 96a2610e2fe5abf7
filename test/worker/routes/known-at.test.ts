// Two times: what was known at a moment is shown again as it was shown then, byte for byte; what had happened by a
// moment is shown as it is known today.

import { describe, expect, it } from 'vitest'
import { type Random, seededRandom } from '../../bench/simulate-customers.ts'
import { purchase, type TestWorkspace, testWorkspace } from '../test-workspace.ts'

const dayMs = 86_400_000
const emails = Array.from({ length: 9 }, (_, index) => `c${index}@shop.example`)

function some(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function dateBefore(now: number, days: number): string {
  return new Date(now - days * dayMs).toISOString().slice(0, 10)
}

/** Every customer's panel and badge, as one text, in each language. */
async function shown({ call }: TestWorkspace, when: object): Promise<string> {
  const lookups = emails.map(value => ({ identities: [{ kind: 'email', value }] }))
  const views = [
    { view: 'panel', locale: 'en' },
    { view: 'badge', locale: 'lt' },
    { view: 'panel', locale: 'ru' },
  ]
  const answers = await Promise.all(views.map(view => call('/v1/lookups', { lookups, ...view, ...when })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  return answers.map(({ text }) => text).join('\n')
}

/** Something that changes what is known of some customer, by every way there is. */
async function learn(workspace: TestWorkspace, random: Random, step: number): Promise<void> {
  const { call, clock } = workspace
  const email = emails[some(random, emails.length)] ?? ''
  const customer = [{ kind: 'email', value: email }]
  const date = dateBefore(clock.now, some(random, 700))
  const at = `${date}T08:30:00Z`
  const fact = { source: 'shop', externalId: `x${some(random, 25)}`, customer }
  const ways: (() => Promise<{ status: number }>)[] = [
    () =>
      call('/v1/purchases', {
        purchases: [{ ...purchase(email, date), ...fact, amountMinor: some(random, 900) }],
      }),
    () => call('/v1/purchases', { purchases: [{ ...purchase(email, date), ...fact, amountMinor: -100 }] }),
    () =>
      call('/v1/responses', {
        responses: [{ ...fact, at, score: some(random, 11), comment: `said ${step}` }],
      }),
    () =>
      call('/v1/customers', {
        customers: [{ ...fact, name: `Name ${step}`, owner: `Owner ${some(random, 3)}` }],
      }),
    () =>
      call('/v1/imports/purchases', undefined, {
        method: 'POST',
        raw: `email,date,amount\n${email},${date},${some(random, 90)}\n`,
        headers: { 'content-type': 'text/csv' },
      }),
    () => call('/v1/model-fits', {}),
    () => call('/v1/model-fits', { asOf: date }),
    async () => {
      const { body } = await call('/v1/settings')
      const presets = ['retail', 'contract', 'model']
      const rule = { preset: presets[some(random, 3)] }
      return call('/v1/settings', { version: body.version, settings: { rule } }, { method: 'PUT' })
    },
    async () => {
      const { body } = await call('/v1/lookups', {
        lookups: [{ identities: customer }],
        view: 'badge',
        locale: 'en',
      })
      const id = body.answers[0].snapshot?.customer.id
      if (!id) return { status: 200 }
      const logged: [string, object][] = [
        ['irritants', { category: 'slow_delivery', note: `again ${step}` }],
        ['promises', { what: 'a call', due: dateBefore(clock.now, -3) }],
        [
          'pauses',
          { from: dateBefore(clock.now, 20), until: dateBefore(clock.now, -10), reason: 'on leave' },
        ],
        ['departure', { at, reasonClass: 'us', stated: 'slow_delivery' }],
        ['preferences', { kind: 'channel_never', value: 'phone' }],
        ['contacts', { channel: 'mail', direction: 'in', purpose: 'service' }],
      ]
      const [noun, body_] = logged[some(random, logged.length)] ?? ['irritants', {}]
      return call(`/v1/customers/${id}/${noun}`, body_)
    },
    async () => {
      const { body } = await call('/v1/imports')
      const one = body.imports.find(({ state }: { state: string }) => state === 'done')
      return one ? call(`/v1/imports/${one.id}/undo`, {}) : { status: 200 }
    },
  ]
  const { status } = (await ways[some(random, ways.length)]?.()) ?? { status: 0 }
  expect([200, 409, 503]).toContain(status)
}

describe('what was known at a moment', () => {
  it.each([1, 2, 3])('is shown again byte for byte, whatever was learnt since (%i)', async seed => {
    const random = seededRandom(seed)
    const workspace = await testWorkspace()
    const { clock } = workspace
    for (const email of emails) {
      await workspace.buy(
        email,
        Array.from({ length: 1 + some(random, 6) }, () => dateBefore(clock.now, some(random, 600))),
      )
    }
    const recorded: { knownAt: string; text: string }[] = []
    for (let step = 0; step < 40; step += 1) {
      clock.now += some(random, 3 * dayMs) + 1
      await learn(workspace, random, step)
      clock.now += 1
      if (step % 4 === 0) {
        recorded.push({ knownAt: new Date(clock.now).toISOString(), text: await shown(workspace, {}) })
      }
      clock.now += 1
    }
    for (const { knownAt, text } of recorded) expect(await shown(workspace, { knownAt })).toBe(text)
  })
})
