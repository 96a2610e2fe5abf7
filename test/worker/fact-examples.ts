// One example of each kind of facts that members log: a first word about it on 23 November 2026, a correction, and
// words that are refused with the field they are refused for.

import { api } from '../../shared/api.ts'

export interface FactExample {
  /** As the audit names it. */
  name: string
  table: string
  log: { path: string }
  correct: { path: string }
  body: Record<string, unknown>
  patch: Record<string, unknown>
  wrong: readonly (readonly [field: string, body: Record<string, unknown>])[]
}

export const factExamples: readonly FactExample[] = [
  {
    name: 'irritant',
    table: 'irritant',
    log: api.logIrritant,
    correct: api.correctIrritant,
    body: { category: 'small-mistakes', note: 'Invoice to wrong address', at: '2026-11-04T09:00:00Z' },
    patch: { solvedAt: '2026-11-22' },
    wrong: [
      ['category', { category: ' ' }],
      ['solvedAt', { category: 'slow-answers', solvedAt: '2026-11-22', at: '2026-11-23' }],
      ['solvedAt', { category: 'slow-answers', solvedAt: '2026-11-25' }],
    ],
  },
  {
    name: 'person',
    table: 'person',
    log: api.logPerson,
    correct: api.correctPerson,
    body: { name: 'Jonas', role: 'orders', identities: [{ kind: 'email', value: 'jonas@medzio.lt' }] },
    patch: { role: 'decides' },
    wrong: [
      ['name', { name: '', role: 'orders' }],
      ['role', { name: 'Jonas', role: 'boss' }],
      [
        'identities[0].kind',
        { name: 'Jonas', role: 'uses', identities: [{ kind: 'domain', value: 'a.lt' }] },
      ],
      [
        'identities[0]',
        { name: 'Jonas', role: 'uses', identities: [{ kind: 'email', value: 'no address' }] },
      ],
    ],
  },
  {
    name: 'contact',
    table: 'contact',
    log: api.logContact,
    correct: api.correctContact,
    body: {
      channel: 'phone',
      direction: 'out',
      purpose: 'care',
      note: 'Asked how it went',
      onItUntil: '2026-11-25',
    },
    patch: { note: 'Asked how the delivery went' },
    wrong: [
      ['channel', { channel: 'pigeon', direction: 'out' }],
      ['direction', { channel: 'mail', direction: 'up' }],
      ['purpose', { channel: 'mail', direction: 'in', purpose: 'fun' }],
      ['onItUntil', { channel: 'mail', direction: 'in', onItUntil: '2026-11-22' }],
    ],
  },
  {
    name: 'preference',
    table: 'preference',
    log: api.logPreference,
    correct: api.correctPreference,
    body: { kind: 'hours', value: '00:00-12:00' },
    patch: { value: '09:00-11:00' },
    wrong: [
      ['kind', { kind: 'moon', value: 'full' }],
      ['value', { kind: 'channel_never', value: 'pigeon' }],
      ['value', { kind: 'hours', value: '12:00-09:00' }],
      ['value', { kind: 'not_weekday', value: '8' }],
      ['value', { kind: 'expects' }],
    ],
  },
  {
    name: 'promise',
    table: 'promise',
    log: api.logPromise,
    correct: api.correctPromise,
    body: { what: 'A corrected invoice', due: '2026-11-27', at: '2026-11-18T10:00:00+02:00' },
    patch: { due: '2026-12-01' },
    wrong: [
      ['what', { what: '  ', due: '2026-11-27' }],
      ['due', { what: 'A corrected invoice' }],
      ['due', { what: 'A corrected invoice', due: '2026-11-22' }],
      ['due', { what: 'A corrected invoice', due: '2326-11-22' }],
      ['keptAt', { what: 'A corrected invoice', due: '2026-11-27', keptAt: '2026-11-22' }],
      ['apologisedAt', { what: 'A corrected invoice', due: '2026-11-27', apologisedAt: '2026-12-22' }],
    ],
  },
  {
    name: 'gesture',
    table: 'gesture',
    log: api.logGesture,
    correct: api.correctGesture,
    body: { kind: 'amends', what: 'Free express', costMinor: 1500, validUntil: '2027-05-31' },
    patch: { validUntil: null },
    wrong: [
      ['kind', { kind: 'bribe', what: 'Cake' }],
      ['costMinor', { kind: 'thanks', what: 'Cake', costMinor: -1 }],
      ['currency', { kind: 'thanks', what: 'Cake', costMinor: 1, currency: 'euro' }],
      ['validUntil', { kind: 'thanks', what: 'Cake', validUntil: '2026-11-01' }],
    ],
  },
  {
    name: 'pause',
    table: 'pause',
    log: api.logPause,
    correct: api.correctPause,
    body: { reason: 'Closed for the winter', from: '2026-12-01', until: '2027-02-28' },
    patch: { until: null },
    wrong: [
      ['reason', { from: '2026-12-01' }],
      ['until', { reason: 'Holidays', from: '2026-12-01', until: '2026-11-30' }],
    ],
  },
  {
    name: 'visit',
    table: 'visit',
    log: api.logVisit,
    correct: api.correctVisit,
    body: { day: '2026-12-03', questions: ['What changed?'] },
    patch: { day: '2026-12-04' },
    wrong: [
      ['day', { questions: [] }],
      ['questions[0]', { day: '2026-12-03', questions: [''] }],
      ['doneAt', { day: '2026-11-20', doneAt: '2026-12-20' }],
    ],
  },
  {
    name: 'departure',
    table: 'departure',
    log: api.logDeparture,
    correct: api.correctDeparture,
    body: { reasonClass: 'competitor', stated: 'better-price', at: '2026-11-20' },
    patch: { confirmed: 'slow-delivery' },
    wrong: [
      ['reasonClass', { reasonClass: 'weather', stated: 'rain' }],
      ['stated', { reasonClass: 'us' }],
      ['at', { reasonClass: 'us', stated: 'slow-answers', at: '2026-11-24' }],
    ],
  },
  {
    name: 'win-back',
    table: 'win_back',
    log: api.logWinBack,
    correct: api.correctWinBack,
    body: { note: 'Offer express shipping' },
    patch: { outcome: 'gave_up' },
    wrong: [
      ['outcome', { outcome: 'maybe' }],
      ['outcome', { closedAt: '2026-11-23' }],
      ['closedAt', { outcome: 'returned', closedAt: '2026-11-22' }],
    ],
  },
  {
    name: 'win-back-step',
    table: 'win_back_step',
    log: api.logWinBackStep,
    correct: api.correctWinBackStep,
    body: { channel: 'phone', what: 'Called the director', costMinor: 0 },
    patch: { outcome: 'Wants to see the new terms' },
    wrong: [
      ['channel', { what: 'Called' }],
      ['what', { channel: 'phone', what: 'x'.repeat(4001) }],
      ['costMinor', { channel: 'phone', what: 'Called', costMinor: 1.5 }],
    ],
  },
  {
    name: 'response',
    table: 'response',
    log: api.logResponse,
    correct: api.correctResponse,
    body: { score: 3, comment: 'third time', touchpoint: 'after an order', reason: 'small-mistakes' },
    patch: { followedUpAt: '2026-11-23' },
    wrong: [
      ['score', { score: 11 }],
      ['comment', { score: 9, comment: 'x'.repeat(4001) }],
      ['followedUpAt', { score: 9, followedUpAt: '2026-11-22' }],
    ],
  },
  {
    name: 'override',
    table: 'override',
    log: api.logOverride,
    correct: api.correctOverride,
    body: { band: 'high', reason: 'Their new director comes from a competitor', until: '2026-12-31' },
    patch: { band: 'very-high' },
    wrong: [
      ['band', { band: 'purple', reason: 'x', until: '2026-12-31' }],
      ['reason', { band: 'high', until: '2026-12-31' }],
      ['until', { band: 'high', reason: 'x', until: '2026-11-22' }],
    ],
  },
]
