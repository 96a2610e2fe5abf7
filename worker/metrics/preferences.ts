// Preferences: how they want to be treated, the strictest first. Shown before anything else.

import type { Locale } from '../../shared/locale.ts'
import {
  type Channel,
  channels,
  type PreferenceKind,
  type PreferenceLine,
  type Tone,
} from '../../shared/snapshot.ts'
import type { History, Preference } from '../history.ts'
import type { Metric, Moment } from './metric.ts'
import { personName } from './people.ts'

type ChannelKind = Extract<PreferenceKind, `channel_${string}`>

interface Words {
  label: string
  meaning: string
  none: string
  channels: Record<ChannelKind, Record<Channel, string>>
  /** Before a channel that has no word of its own here. */
  otherChannel: Record<ChannelKind, string>
  before: (time: string) => string
  after: (time: string) => string
  between: (from: string, to: string) => string
  hours: (said: string) => string
  /** Monday first. */
  notOn: readonly string[]
  otherDay: (said: string) => string
  callsUs: string
  language: (name: string) => string
  expects: (what: string) => string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Wishes',
    meaning: 'How they asked to be treated. Read it before you answer or offer anything.',
    none: 'no wishes recorded',
    channels: {
      channel_never: {
        mail: 'never write mail',
        phone: 'never call',
        chat: 'never chat',
        visit: 'never visit',
        post: 'never send letters',
        other: 'never in any other way',
      },
      channel_only: {
        mail: 'mail only',
        phone: 'phone only',
        chat: 'chat only',
        visit: 'in person only',
        post: 'letters only',
        other: 'other ways only',
      },
      channel_wanted: {
        mail: 'prefers mail',
        phone: 'prefers the phone',
        chat: 'prefers chat',
        visit: 'prefers to meet',
        post: 'prefers letters',
        other: 'prefers other ways',
      },
      channel_avoided: {
        mail: 'rather no mail',
        phone: 'rather no calls',
        chat: 'rather no chat',
        visit: 'rather no visits',
        post: 'rather no letters',
        other: 'rather no other ways',
      },
    },
    otherChannel: {
      channel_never: 'never',
      channel_only: 'only',
      channel_wanted: 'prefers',
      channel_avoided: 'rather not',
    },
    before: time => `before ${time}`,
    after: time => `after ${time}`,
    between: (from, to) => `between ${from} and ${to}`,
    hours: said => `hours: ${said}`,
    notOn: [
      'not on Mondays',
      'not on Tuesdays',
      'not on Wednesdays',
      'not on Thursdays',
      'not on Fridays',
      'not on Saturdays',
      'not on Sundays',
    ],
    otherDay: said => `not on: ${said}`,
    callsUs: 'calls us themselves',
    language: name => `language: ${name}`,
    expects: what => `expects: ${what}`,
  },
  ru: {
    label: 'Пожелания клиента',
    meaning: 'Как просили с ними обращаться. Прочтите, прежде чем отвечать или предлагать.',
    none: 'пожеланий не записано',
    channels: {
      channel_never: {
        mail: 'никогда не писать по эл. почте',
        phone: 'никогда не звонить',
        chat: 'никогда не писать в чат',
        visit: 'никогда не приезжать',
        post: 'никогда не слать бумажных писем',
        other: 'никогда иными способами',
      },
      channel_only: {
        mail: 'только по эл. почте',
        phone: 'только по телефону',
        chat: 'только в чате',
        visit: 'только при встрече',
        post: 'только бумажными письмами',
        other: 'только иными способами',
      },
      channel_wanted: {
        mail: 'лучше по эл. почте',
        phone: 'лучше по телефону',
        chat: 'лучше в чате',
        visit: 'лучше при встрече',
        post: 'лучше бумажными письмами',
        other: 'лучше иными способами',
      },
      channel_avoided: {
        mail: 'лучше не по эл. почте',
        phone: 'лучше не звонить',
        chat: 'лучше не в чате',
        visit: 'лучше не приезжать',
        post: 'лучше без бумажных писем',
        other: 'лучше не иными способами',
      },
    },
    otherChannel: {
      channel_never: 'никогда',
      channel_only: 'только',
      channel_wanted: 'лучше',
      channel_avoided: 'лучше не',
    },
    before: time => `до ${time}`,
    after: time => `после ${time}`,
    between: (from, to) => `с ${from} до ${to}`,
    hours: said => `часы: ${said}`,
    notOn: [
      'не по понедельникам',
      'не по вторникам',
      'не по средам',
      'не по четвергам',
      'не по пятницам',
      'не по субботам',
      'не по воскресеньям',
    ],
    otherDay: said => `не в дни: ${said}`,
    callsUs: 'клиент звонит сам',
    language: name => `язык: ${name}`,
    expects: what => `ожидает: ${what}`,
  },
  lt: {
    label: 'Kliento pageidavimai',
    meaning: 'Kaip prašė su jais elgtis. Perskaitykite prieš atsakydami ar siūlydami.',
    none: 'pageidavimų nepažymėta',
    channels: {
      channel_never: {
        mail: 'niekada nerašyti el. paštu',
        phone: 'niekada neskambinti',
        chat: 'niekada nerašyti pokalbių lange',
        visit: 'niekada nevažiuoti',
        post: 'niekada nesiųsti popierinių laiškų',
        other: 'niekada kitais būdais',
      },
      channel_only: {
        mail: 'tik el. paštu',
        phone: 'tik telefonu',
        chat: 'tik pokalbių lange',
        visit: 'tik susitikus',
        post: 'tik popieriniais laiškais',
        other: 'tik kitais būdais',
      },
      channel_wanted: {
        mail: 'geriausia el. paštu',
        phone: 'geriausia telefonu',
        chat: 'geriausia pokalbių lange',
        visit: 'geriausia susitikus',
        post: 'geriausia popieriniais laiškais',
        other: 'geriausia kitais būdais',
      },
      channel_avoided: {
        mail: 'geriau ne el. paštu',
        phone: 'geriau neskambinti',
        chat: 'geriau ne pokalbių lange',
        visit: 'geriau nevažiuoti',
        post: 'geriau be popierinių laiškų',
        other: 'geriau ne kitais būdais',
      },
    },
    otherChannel: {
      channel_never: 'niekada',
      channel_only: 'tik',
      channel_wanted: 'geriausia',
      channel_avoided: 'geriau ne',
    },
    before: time => `iki ${time}`,
    after: time => `po ${time}`,
    between: (from, to) => `nuo ${from} iki ${to}`,
    hours: said => `valandos: ${said}`,
    notOn: [
      'ne pirmadieniais',
      'ne antradieniais',
      'ne trečiadieniais',
      'ne ketvirtadieniais',
      'ne penktadieniais',
      'ne šeštadieniais',
      'ne sekmadieniais',
    ],
    otherDay: said => `ne dienomis: ${said}`,
    callsUs: 'klientas skambina pats',
    language: name => `kalba: ${name}`,
    expects: what => `tikisi: ${what}`,
  },
}

/** The strictest first, what they expect from us last. */
const strictness: Record<PreferenceKind, { rank: number; tone: Tone }> = {
  channel_never: { rank: 0, tone: 'bad' },
  channel_only: { rank: 1, tone: 'warn' },
  channel_avoided: { rank: 2, tone: 'warn' },
  hours: { rank: 3, tone: 'warn' },
  not_weekday: { rank: 4, tone: 'warn' },
  calls_us: { rank: 5, tone: 'plain' },
  channel_wanted: { rank: 6, tone: 'plain' },
  language: { rank: 7, tone: 'plain' },
  expects: { rank: 8, tone: 'plain' },
}

/** Each wish once, whole and with the name of whose it is where it is one of the people's. */
export function preferenceLines(history: History, moment: Moment): PreferenceLine[] {
  const known = new Map<string, Preference>()
  for (const one of history.preferences) known.set(JSON.stringify([one.kind, one.value, one.personId]), one)
  return [...known.values()]
    .sort((one, other) => strictness[one.kind].rank - strictness[other.kind].rank)
    .map(preference => {
      const { id, kind, value } = preference
      const person = personName(history, preference.personId)
      const said = sayPreference(preference, moment.locale)
      return {
        id,
        kind,
        value,
        person,
        text: person === null ? said : `${person}: ${said}`,
        tone: strictness[kind].tone,
      }
    })
}

function sayPreference({ kind, value }: Preference, locale: Locale): string {
  const say = words[locale]
  switch (kind) {
    case 'channel_never':
    case 'channel_only':
    case 'channel_wanted':
    case 'channel_avoided':
      return isChannel(value) ? say.channels[kind][value] : `${say.otherChannel[kind]}: ${value}`
    case 'hours':
      return sayHours(value, locale)
    case 'not_weekday':
      return say.notOn[Number(value) - 1] ?? say.otherDay(value)
    case 'calls_us':
      return say.callsUs
    case 'language':
      return say.language(languageName(value, locale))
    case 'expects':
      return say.expects(value)
  }
}

function isChannel(value: string): value is Channel {
  return channels.some(channel => channel === value)
}

/** `09:00-12:00`; from the day's first minute or to its last one the other end is not worth saying. */
const hoursPattern = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/
const dayEnds = new Set(['24:00', '23:59', '00:00'])

function sayHours(value: string, locale: Locale): string {
  const { before, after, between, hours } = words[locale]
  const [, from, to] = hoursPattern.exec(value.trim()) ?? []
  if (!from || !to) return hours(value)
  const isFromStart = from === '00:00' || from === '0:00'
  const isToEnd = dayEnds.has(to)
  if (isFromStart && !isToEnd) return before(to)
  if (isToEnd && !isFromStart) return after(from)
  return between(from, to)
}

/** `lt` in the reader's language; what is no language code is their own word for it. */
function languageName(value: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(value) ?? value
  } catch {
    return value
  }
}

const toneRank: readonly Tone[] = ['plain', 'warn', 'bad']

export const preferences: Metric = {
  id: 'preferences',
  fact(history, moment) {
    const { label, meaning, none } = words[moment.locale]
    const lines = preferenceLines(history, moment)
    const tone = toneRank.findLast(rank => lines.some(line => line.tone === rank)) ?? 'plain'
    return { id: 'preferences', label, text: lines.map(({ text }) => text).join('; ') || none, tone, meaning }
  },
}
