// Every state a panel can be in, worded as the Worker words it, in each language. For tests and for looking at.

import { type PanelState, type PanelView, troubles } from '../../../extension/panel-state.ts'
import type { Locale } from '../../../shared/locale.ts'
import type { Fact, Snapshot } from '../../../shared/snapshot.ts'
import { type ExampleTexts, exampleTexts } from './example-texts.ts'

/** Monday, 23 November 2026, noon in Vilnius. */
export const exampleNow = Date.parse('2026-11-23T12:00:00+02:00')
export const exampleTimeZone = 'Europe/Vilnius'

type CustomerState = Extract<PanelView, { is: 'customer' }>

/** Buys on time, angry: the same mistake three times, nobody answered the 3 of 10. */
export function angry(locale: Locale): Snapshot {
  const say = exampleTexts[locale].angry
  return {
    customer: { id: 'c-ruta', name: 'Rūta Jankauskienė', company: 'Baltic Print' },
    owner: { id: 'm-tomas', name: 'Tomas' },
    verdict: { text: say.verdict, tone: 'bad' },
    mood: 'angry',
    match: { by: 'email', evidence: 'ruta@baltic-print.example', others: [] },
    asOf: '2026-11-23T09:58:00.000Z',
    settingsVersion: 1,
    status: {
      id: 'active',
      since: '2025-04-02',
      lateAt: '2026-12-16',
      lostAt: '2027-01-26',
      text: say.status,
      tone: 'good',
    },
    gap: {
      days: 19,
      intervalDays: 28,
      basis: 'own',
      ratio: 19 / 28,
      low: 24,
      high: 33,
      purchases: 12,
      recent: ['2026-06-11', '2026-07-10', '2026-08-06', '2026-09-07', '2026-10-05', '2026-11-04'],
      text: say.interval,
    },
    risk: {
      score: 84,
      start: 45,
      band: 'high',
      text: say.risk,
      horizonDays: 56,
      purchase: { probability: 0.73, alive: 0.96, pace: 0.76, basis: 'own' },
      reasons: [
        { id: 'alive', points: -18, text: say.recent },
        { id: 'pace', points: -3, text: say.often },
        { id: 'unanswered-detractor', points: 37, text: say.unanswered },
        { id: 'irritant:small-mistakes', points: 20, text: say.repeated },
        { id: 'irritant:slow-answers', points: 3, text: say.slowAnswers },
      ],
    },
    nps: {
      latest: score('s4', '2026-11-06T09:00:00Z', 3, 'detractor', say.comment, '2026-11-10'),
      history: [
        score('s1', '2026-01-14T09:00:00Z', 8, 'passive', null, null),
        score('s2', '2026-03-20T09:00:00Z', 9, 'promoter', say.oldComment, null),
        score('s3', '2026-06-02T09:00:00Z', 6, 'detractor', null, null),
        score('s4', '2026-11-06T09:00:00Z', 3, 'detractor', say.comment, '2026-11-10'),
      ],
      text: say.score,
    },
    irritants: [
      {
        id: 'i3',
        category: 'small-mistakes',
        name: say.smallMistakes,
        note: say.note,
        count: 3,
        firstAt: '2026-03-12T10:00:00Z',
        lastAt: '2026-11-04T10:00:00Z',
        days: ['2026-03-12', '2026-05-30', '2026-11-04'],
        solvedAt: null,
        text: say.repeated,
      },
    ],
    facts: factsOf(exampleTexts[locale], {
      risk: say.risk,
      status: say.status,
      interval: say.interval,
      nps: say.score,
      irritants: say.repeated,
    }),
  }
}

/** A large customer who is silent longer than ever; nothing was logged. */
export function quiet(locale: Locale): Snapshot {
  const say = exampleTexts[locale].quiet
  return {
    ...angry(locale),
    customer: { id: 'c-medzio', name: 'Jonas Petrauskas', company: 'UAB Medžio Namai' },
    owner: { id: 'm-aiste', name: 'Aistė' },
    verdict: { text: say.verdict, tone: 'bad' },
    mood: 'calm',
    match: { by: 'record', evidence: '4417', others: [] },
    status: {
      id: 'late',
      since: '2026-11-21',
      lateAt: '2026-11-21',
      lostAt: '2026-11-30',
      text: say.status,
      tone: 'warn',
    },
    gap: {
      days: 63,
      intervalDays: 52,
      basis: 'own',
      ratio: 63 / 52,
      low: 45,
      high: 60,
      purchases: 11,
      recent: ['2026-02-11', '2026-04-03', '2026-06-01', '2026-08-03', '2026-09-21'],
      text: say.interval,
    },
    risk: {
      score: 78,
      start: 45,
      band: 'high',
      text: say.risk,
      horizonDays: 104,
      purchase: { probability: 0.22, alive: 0.4, pace: 0.55, basis: 'own' },
      reasons: [
        { id: 'alive', points: 19, text: say.silent },
        { id: 'pace', points: 14, text: say.slow },
      ],
    },
    nps: {
      latest: score('m2', '2026-05-13T09:00:00Z', 9, 'promoter', null, null),
      history: [
        score('m1', '2025-10-16T09:00:00Z', 9, 'promoter', say.comment, null),
        score('m2', '2026-05-13T09:00:00Z', 9, 'promoter', null, null),
      ],
      text: say.score,
    },
    irritants: [],
    facts: factsOf(exampleTexts[locale], {
      risk: say.risk,
      status: say.status,
      interval: say.interval,
      nps: say.score,
      irritants: say.nothing,
    }),
  }
}

/** Lost for half a year, back for twelve days. */
export function returned(locale: Locale): Snapshot {
  const say = exampleTexts[locale].returned
  return {
    ...angry(locale),
    customer: { id: 'c-lempa', name: 'Viktor P.', company: 'Studija Lempa' },
    verdict: { text: say.verdict, tone: 'warn' },
    mood: 'uneasy',
    match: {
      by: 'phone',
      evidence: '+37060000908',
      others: [{ customerId: 'c-irma', name: 'Irma Lempienė', evidence: '+37060000908' }],
    },
    status: {
      id: 'returned',
      since: '2026-11-11',
      lateAt: '2026-12-21',
      lostAt: '2027-01-31',
      text: say.status,
      tone: 'warn',
    },
    gap: {
      days: 12,
      intervalDays: 27,
      basis: 'own',
      ratio: 12 / 27,
      low: 20,
      high: 35,
      purchases: 8,
      recent: ['2025-12-15', '2026-01-09', '2026-02-11', '2026-03-06', '2026-04-10', '2026-11-11'],
      text: say.interval,
    },
    risk: {
      score: 58,
      start: 45,
      band: 'watch',
      text: say.risk,
      horizonDays: 54,
      purchase: { probability: 0.49, alive: 0.82, pace: 0.6, basis: 'own' },
      reasons: [
        { id: 'alive', points: -9, text: say.recent },
        { id: 'fragile', points: 14, text: say.justReturned },
        { id: 'answered-detractor', points: 8, text: say.answered },
      ],
    },
    nps: {
      latest: score('v1', '2026-05-06T09:00:00Z', 4, 'detractor', say.comment, null),
      history: [score('v1', '2026-05-06T09:00:00Z', 4, 'detractor', say.comment, null)],
      text: say.score,
    },
    irritants: [
      {
        id: 'i9',
        category: 'slow-delivery',
        name: say.slowDelivery,
        note: say.note,
        count: 1,
        firstAt: '2026-05-04T10:00:00Z',
        lastAt: '2026-05-04T10:00:00Z',
        days: ['2026-05-04'],
        solvedAt: '2026-09-01T08:00:00Z',
        text: say.note,
      },
    ],
    facts: factsOf(exampleTexts[locale], {
      risk: say.risk,
      status: say.status,
      interval: say.interval,
      nps: say.score,
      irritants: say.note,
    }),
  }
}

/** Known, never bought: every figure has its reason instead of a number. */
export function prospect(locale: Locale): Snapshot {
  const say = exampleTexts[locale].prospect
  const unknown = (why: string) => ({ unknown: why })
  return {
    ...quiet(locale),
    customer: { id: 'c-siobhan', name: 'Siobhán O’Rourke', company: null },
    owner: null,
    verdict: { text: say.verdict, tone: 'plain' },
    match: { by: 'email', evidence: 'siobhan@orourke-tea.example', others: [] },
    status: {
      id: 'prospect',
      since: unknown(say.noPurchase),
      lateAt: unknown(say.noPurchase),
      lostAt: unknown(say.noPurchase),
      text: say.status,
      tone: 'plain',
    },
    gap: {
      days: unknown(say.neverBought),
      intervalDays: 34,
      basis: 'workspace',
      ratio: unknown(say.neverBought),
      low: unknown(say.interval),
      high: unknown(say.interval),
      purchases: 0,
      recent: [],
      text: say.interval,
    },
    risk: {
      score: unknown(say.noRisk),
      start: unknown(say.noRisk),
      band: unknown(say.noRisk),
      text: say.noRisk,
      horizonDays: 68,
      purchase: unknown(say.noRisk),
      reasons: [],
    },
    nps: { latest: unknown(say.noScore), history: [], text: say.noScore },
    irritants: [],
    facts: factsOf(exampleTexts[locale], {
      risk: say.noRisk,
      status: say.status,
      interval: say.interval,
      nps: say.noScore,
      irritants: exampleTexts[locale].quiet.nothing,
    }),
  }
}

/** Everything too long, in a script from right to left, many times, at the worst risk. */
export function overlong(locale: Locale): Snapshot {
  const base = angry(locale)
  const say = exampleTexts[locale].angry
  const group = base.irritants[0] as Snapshot['irritants'][number]
  return {
    ...base,
    customer: {
      id: 'c-long',
      name: 'عبد الرحمن بن محمد بن عبد العزيز آل سعود الأنصاري الحسيني الهاشمي البغدادي',
      company: 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG',
    },
    owner: { id: 'm-long', name: 'Maximiliana-Konstancija Radvilaitė-Sapiegienė von und zu Hohenstein' },
    match: {
      by: 'email',
      evidence: `${'very-long-mailbox-name-'.repeat(2)}x@an-even-longer-department.subdomain.example`,
      others: [],
    },
    risk: {
      ...base.risk,
      score: 94,
      band: 'very-high',
      reasons: [
        { id: 'alive', points: -18, text: say.recent },
        { id: 'pace', points: -6, text: say.often },
        { id: 'unanswered-detractor', points: 37, text: say.unanswered },
        { id: 'irritant:small-mistakes', points: 33, text: `${say.repeated} ${say.long}` },
        { id: 'irritant:slow-answers', points: 3, text: say.slowAnswers },
      ],
    },
    nps: {
      ...base.nps,
      latest: score('s4', '2026-11-06T09:00:00Z', 0, 'detractor', say.long, '2026-11-10'),
      history: Array.from({ length: 14 }, (_, index) =>
        score(
          `h${index}`,
          '2026-01-14T09:00:00Z',
          (index * 7) % 11,
          (index * 7) % 11 > 8 ? 'promoter' : (index * 7) % 11 > 6 ? 'passive' : 'detractor',
          index % 2 ? say.long : null,
          null,
        ),
      ),
    },
    irritants: [
      { ...group, note: say.long, count: 12, days: months },
      {
        ...group,
        id: 'i4',
        category: 'rude-staff',
        note: 'W'.repeat(300),
        count: 2,
        days: months.slice(0, 2),
      },
      { ...group, id: 'i5', category: 'imposed-on', note: null, count: 1, days: months.slice(0, 1) },
      { ...group, id: 'i6', category: 'slow-answers', note: null, count: 1, days: months.slice(0, 1) },
      { ...group, id: 'i7', category: 'no-training', note: null, count: 1, days: months.slice(0, 1) },
    ],
  }
}

const months = Array.from({ length: 12 }, (_, month) => `2026-${`${month + 1}`.padStart(2, '0')}-04`)

/** A customer's state as it arrives: fresh, nothing on its way. */
export function shown(snapshot: Snapshot, change: Partial<CustomerState> = {}): PanelView {
  return {
    is: 'customer',
    match: snapshot.match,
    snapshot,
    fetchedAt: exampleNow - 2_000,
    freshness: 'fresh',
    pending: [],
    ...change,
  }
}

/** Every state by name, as a panel of this language is told. `null`: nothing was heard yet. */
export function exampleStates(locale: Locale): Record<string, PanelState | null> {
  const views: Record<string, PanelView> = {
    settling: { is: 'settling' },
    loading: { is: 'loading', evidence: 'ruta@baltic-print.example' },
    angry: shown(angry(locale)),
    quiet: shown(quiet(locale)),
    returned: shown(returned(locale)),
    prospect: shown(prospect(locale)),
    overlong: shown(overlong(locale), { pending: [pending('waiting', 'imposed-on', null)] }),
    refreshing: shown(angry(locale), { freshness: 'refreshing', fetchedAt: exampleNow - 40 * 60_000 }),
    saving: shown(angry(locale), {
      pending: [pending('waiting', 'small-mistakes', null), pending('waiting', 'slow-answers', null)],
    }),
    refused: shown(angry(locale), { pending: [pending('refused', 'slow-answers', null)] }),
    several: {
      is: 'several',
      candidates: [
        { customerId: 'c-viktor', name: 'Виктор Павлов', evidence: '+37060000908' },
        { customerId: 'c-irma', name: 'Irma Lempienė', evidence: '+37060000908' },
        { customerId: 'c-nikos', name: 'Νίκος Αγγελόπουλος', evidence: 'nikos@ammos-design.example' },
      ],
    },
    'not-found': { is: 'not-found', evidence: 'someone.new@nowhere.example' },
    'no-customer': { is: 'no-customer' },
    'not-understood': { is: 'not-understood', hostName: 'Gmail' },
    'signed-out': { is: 'signed-out', revoked: false },
    revoked: { is: 'signed-out', revoked: true },
  }
  for (const trouble of troubles) {
    views[trouble] = { is: 'trouble', trouble }
    views[`last-known-${trouble}`] = shown(angry(locale), {
      freshness: trouble,
      fetchedAt: exampleNow - 3 * 3_600_000,
      pending: [pending('waiting', 'slow-answers', null)],
    })
  }
  const states = Object.entries(views).map(([name, view], question) => [name, { question, view }] as const)
  return { connecting: null, ...Object.fromEntries(states) }
}

export function pending(
  state: 'waiting' | 'refused',
  category: string,
  note: string | null,
): CustomerState['pending'][number] {
  return {
    key: `key-${category}-${state}`,
    customerId: 'c-ruta',
    category,
    note,
    at: exampleNow - 1_000,
    state,
  }
}

function score(
  id: string,
  at: string,
  value: number,
  group: 'promoter' | 'passive' | 'detractor',
  comment: string | null,
  followUpDue: string | null,
) {
  return { id, at, score: value, group, comment, touchpoint: null, followedUpAt: null, followUpDue }
}

function factsOf({ facts }: ExampleTexts, texts: Record<string, string>): Fact[] {
  return Object.entries(texts).map(([id, text]) => ({
    id,
    text,
    tone: 'plain',
    label: facts[id]?.label ?? id,
    meaning: facts[id]?.meaning ?? '',
  }))
}
