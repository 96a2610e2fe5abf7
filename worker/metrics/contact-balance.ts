// Contact balance: how much of what passes between us and the customer is selling, whether it thins out against
// their own usual, and who is on it now.

import { count, formatDay, formatNumber, type Locale, type Plural } from '../../shared/locale.ts'
import type { Channel, ContactLine, Contacts, Direction, Purpose, Tone } from '../../shared/snapshot.ts'
import { dayOf, formatInstant, formatLocalDate, startOfDay } from '../../shared/time.ts'
import type { Contact, History } from '../history.ts'
import { mergePauses, pausedBetween } from '../pauses.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  meaning: (mostShare: string, days: string) => string
  noContacts: string
  noneWithin: (days: string) => string
  /** `all` contacts within `days`, as a share of which selling is said. */
  all: Plural
  selling: (share: string, all: string, days: string) => string
  tooMuch: string
  lately: Plural
  usual: (usual: string) => string
  halved: string
  usualLater: string
  onIt: (who: string, until: string) => string
  somebody: string
  channels: Record<Channel, string>
  by: Record<Direction, (channel: string) => string>
  purposes: Record<Purpose, string>
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Contact balance',
    meaning: (mostShare, days) =>
      `Share of all contacts of the last ${days} days that were meant to sell: more than ${mostShare} is too much, ${mostShare} itself is fine. Half the usual number of contacts in 30 days, or fewer, is an early sign.`,
    noContacts: 'no contacts recorded',
    noneWithin: days => `no contacts within ${days} days`,
    all: { one: '# contact', other: '# contacts' },
    selling: (share, all, days) => `${share} of ${all} in ${days} days meant to sell`,
    tooMuch: 'too much selling',
    lately: { one: '# contact in 30 days', other: '# contacts in 30 days' },
    usual: usual => `usually ${usual}`,
    halved: 'half as many as usual or fewer',
    usualLater: 'the usual number is known after 90 days of contacts',
    onIt: (who, until) => `${who} is on it until ${until}`,
    somebody: 'Somebody',
    channels: {
      mail: 'mail',
      phone: 'call',
      chat: 'chat',
      visit: 'visit',
      post: 'letter',
      other: 'contact',
    },
    by: { in: channel => `${channel} from them`, out: channel => `${channel} from us` },
    purposes: {
      sale: 'selling',
      service: 'service',
      care: 'care',
      survey: 'survey',
      win_back: 'win-back',
      other: 'other purpose',
    },
  },
  ru: {
    label: 'Баланс контактов',
    meaning: (mostShare, days) =>
      `Доля продающих среди всех контактов за последние ${days} дн.: больше ${mostShare} — слишком много, ровно ${mostShare} — ещё нормально. Вдвое меньше контактов за 30 дней, чем обычно, — ранний признак.`,
    noContacts: 'контактов не записано',
    noneWithin: days => `за ${days} дн. контактов не было`,
    all: { one: '# контакта', few: '# контактов', many: '# контактов', other: '# контакта' },
    selling: (share, all, days) => `продающих ${share} из ${all} за ${days} дн.`,
    tooMuch: 'слишком много продаж',
    lately: {
      one: '# контакт за 30 дней',
      few: '# контакта за 30 дней',
      many: '# контактов за 30 дней',
      other: '# контакта за 30 дней',
    },
    usual: usual => `обычно ${usual}`,
    halved: 'вдвое меньше обычного или ещё реже',
    usualLater: 'обычное число будет известно после 90 дней контактов',
    onIt: (who, until) => `${who}: занимается этим до ${until}`,
    somebody: 'Кто-то из коллег',
    channels: {
      mail: 'эл. письмо',
      phone: 'звонок',
      chat: 'чат',
      visit: 'визит',
      post: 'бумажное письмо',
      other: 'контакт',
    },
    by: { in: channel => `${channel} от клиента`, out: channel => `${channel} от нас` },
    purposes: {
      sale: 'продажа',
      service: 'обслуживание',
      care: 'забота',
      survey: 'опрос',
      win_back: 'возврат клиента',
      other: 'другая цель',
    },
  },
  lt: {
    label: 'Kontaktų balansas',
    meaning: (mostShare, days) =>
      `Parduoti skirtų kontaktų dalis tarp visų per paskutines ${days} d.: daugiau nei ${mostShare} – per daug, lygiai ${mostShare} – dar gerai. Perpus mažiau kontaktų per 30 dienų nei įprastai – ankstyvas ženklas.`,
    noContacts: 'kontaktų nepažymėta',
    noneWithin: days => `per ${days} d. kontaktų nebuvo`,
    all: { one: '# kontakto', few: '# kontaktų', many: '# kontakto', other: '# kontaktų' },
    selling: (share, all, days) => `parduoti skirta ${share} iš ${all} per ${days} d.`,
    tooMuch: 'per daug pardavinėjimo',
    lately: {
      one: '# kontaktas per 30 dienų',
      few: '# kontaktai per 30 dienų',
      many: '# kontakto per 30 dienų',
      other: '# kontaktų per 30 dienų',
    },
    usual: usual => `įprastai ${usual}`,
    halved: 'perpus mažiau nei įprastai ar dar rečiau',
    usualLater: 'įprastas skaičius bus žinomas po 90 kontaktų dienų',
    onIt: (who, until) => `${who} tuo rūpinasi iki ${until}`,
    somebody: 'Kažkas iš kolegų',
    channels: {
      mail: 'el. laiškas',
      phone: 'skambutis',
      chat: 'pokalbis',
      visit: 'vizitas',
      post: 'popierinis laiškas',
      other: 'kontaktas',
    },
    by: { in: channel => `kliento ${channel}`, out: channel => `mūsų ${channel}` },
    purposes: {
      sale: 'pardavimas',
      service: 'aptarnavimas',
      care: 'dėmesys',
      survey: 'apklausa',
      win_back: 'susigrąžinimas',
      other: 'kitas tikslas',
    },
  },
}

/** Contacts are counted over so many days and held against the usual number in as many. */
const latelyDays = 30
/** How far back the usual goes; without these days of contacts before the last 30 there is none. */
const yearDays = 365
const leastUsualDays = 60
/** Below two in 30 days one contact fewer would already be half. */
const leastUsual = 2
/** Of the contacts, the latest are shown one by one. */
const mostLatest = 10

export interface Balance {
  /** Within the days of the settings. */
  sales: number
  all: number
  isTooMuchSelling: boolean
  last30Days: number
  /** In as many days over the last year before; null where contacts have not been recorded for long enough. */
  usual30Days: number | null
  isHalved: boolean
}

/** What the contacts of the last year come to; null without any. */
export function balanceOf({ contacts, pauses }: History, moment: Moment): Balance | null {
  if (contacts.length === 0) return null
  const { today, timeZone, settings } = moment
  const since = (days: number) => startOfDay(today - days + 1, timeZone)
  const balanced = contacts.filter(({ at }) => at >= since(settings.selling.days))
  const sales = balanced.filter(({ purpose }) => purpose === 'sale').length
  const latelySince = since(latelyDays)
  const yearSince = since(yearDays)
  const last30Days = contacts.filter(({ at }) => at >= latelySince).length
  const before = contacts.filter(({ at }) => at >= yearSince && at < latelySince)
  const usual30Days = usualOf(before, moment)
  const paused = mergePauses(pauses.map(({ fromDay, untilDay }) => [fromDay, untilDay]))
  const isExcused = pausedBetween(today - latelyDays + 1, today, paused) > 0
  return {
    sales,
    all: balanced.length,
    isTooMuchSelling: balanced.length > 0 && sales / balanced.length > settings.selling.mostShare,
    last30Days,
    usual30Days,
    isHalved:
      usual30Days !== null && usual30Days >= leastUsual && last30Days <= usual30Days / 2 && !isExcused,
  }
}

function usualOf(before: readonly Contact[], { today, timeZone }: Moment): number | null {
  const [first] = before
  const days = first ? today - latelyDays + 1 - dayOf(first.at, timeZone) : 0
  return days < leastUsualDays ? null : (before.length / days) * latelyDays
}

/** The balance with its words, who is on it, and the latest contacts. */
export function contactsOf(history: History, moment: Moment): Contacts {
  const { locale, settings } = moment
  const { noContacts, noneWithin, usualLater } = words[locale]
  const balance = balanceOf(history, moment)
  const onIt = onItOf(history, moment)
  const text = sayBalance(balance, moment)
  if (!balance) {
    const unknown = { unknown: noContacts }
    return {
      saleShare: unknown,
      isTooMuchSelling: false,
      last30Days: unknown,
      usual30Days: unknown,
      onIt,
      latest: [],
      text,
    }
  }
  const { sales, all, isTooMuchSelling, last30Days, usual30Days } = balance
  return {
    saleShare: all > 0 ? sales / all : { unknown: noneWithin(formatNumber(locale, settings.selling.days)) },
    isTooMuchSelling,
    last30Days,
    usual30Days: usual30Days ?? { unknown: usualLater },
    onIt,
    latest: history.contacts
      .slice(-mostLatest)
      .reverse()
      .map(contact => contactLine(contact, moment)),
    text,
  }
}

function sayBalance(balance: Balance | null, moment: Moment): string {
  const { locale, settings } = moment
  const say = words[locale]
  if (!balance) return say.noContacts
  const { sales, all, isTooMuchSelling, last30Days, usual30Days, isHalved } = balance
  const days = formatNumber(locale, settings.selling.days)
  const selling =
    all > 0
      ? say.selling(formatNumber(locale, sales), count(locale, say.all, all), days)
      : say.noneWithin(days)
  return [
    isTooMuchSelling ? `${selling}: ${say.tooMuch}` : selling,
    [
      count(locale, say.lately, last30Days),
      usual30Days !== null && say.usual(formatNumber(locale, usual30Days)),
      isHalved && say.halved,
    ]
      .filter(part => part !== false)
      .join(', '),
  ].join('; ')
}

/** Who said last that they are on it; the last day they named still counts. */
function onItOf({ contacts }: History, { today, locale }: Moment): Contacts['onIt'] {
  const contact = contacts.findLast(({ onItUntilDay }) => onItUntilDay !== null && onItUntilDay >= today)
  const untilDay = contact?.onItUntilDay ?? null
  if (!contact || untilDay === null) return null
  const { onIt, somebody } = words[locale]
  const who = contact.author?.name ?? somebody
  const text = onIt(who, formatDay(locale, untilDay, today))
  return { id: contact.id, who, until: formatLocalDate(untilDay), text }
}

/** "mail from them, service, 4 Nov" */
function contactLine(contact: Contact, { locale, today, timeZone }: Moment): ContactLine {
  const { id, at, channel, direction, purpose, note, author } = contact
  const { channels, by, purposes } = words[locale]
  const said = [by[direction](channels[channel]), purposes[purpose]]
  return {
    id,
    at: formatInstant(at),
    channel,
    direction,
    purpose,
    note,
    author: author?.name ?? null,
    text: [...said, formatDay(locale, dayOf(at, timeZone), today)].join(', '),
  }
}

export const contactBalance: Metric = {
  id: 'contact-balance',
  fact(history, moment) {
    const { locale, settings } = moment
    const { label, meaning } = words[locale]
    const balance = balanceOf(history, moment)
    const onIt = onItOf(history, moment)
    const text = sayBalance(balance, moment)
    const tone: Tone = balance && (balance.isTooMuchSelling || balance.isHalved) ? 'warn' : 'plain'
    return {
      id: 'contact-balance',
      label,
      text: onIt ? `${text}. ${onIt.text}` : text,
      tone,
      meaning: meaning(
        sayShare(settings.selling.mostShare, locale),
        formatNumber(locale, settings.selling.days),
      ),
    }
  },
}

function sayShare(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}
