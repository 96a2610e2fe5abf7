// Status: where a customer stands, decided by comparing today with the days on which the present silence
// crosses the rule's thresholds. A value equal to a threshold is past it.

import { asSentence, formatDay, formatNumber, type Locale } from '../../shared/locale.ts'
import { presetMultiples, type RulePreset } from '../../shared/settings.ts'
import type { Status, StatusId, Tone, Unknown } from '../../shared/snapshot.ts'
import { formatLocalDate } from '../../shared/time.ts'
import { type FragileReturn, fragileReturn } from '../fragile-return.ts'
import type { History } from '../history.ts'
import { carriesPercentage } from '../rule.ts'
import { sayDaysAgo } from '../say-days-ago.ts'
import { statusAt } from '../standing.ts'
import type { Metric, Moment } from './metric.ts'

interface Words {
  label: string
  presets: Record<RulePreset, string>
  /** Multiples of the usual gap. */
  multiples: (late: string, lost: string) => string
  /** Percentages. */
  model: (late: string, lost: string) => string
  tooFewForModel: string
  thresholds: string
  provisional: string
  statuses: Record<'prospect' | 'new' | 'active', string>
  once: (ago: string) => string
  late: (since: string) => string
  lost: (since: string) => string
  departed: (since: string) => string
  cameBack: (ago: string) => string
  wonBack: (ago: string) => string
  afterLeaving: (ago: string) => string
  fragile: string
  unknown: Record<'noPurchase' | 'onlyOnce' | 'pausedWithoutEnd' | 'notForeseeable', string>
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Status',
    presets: { contract: 'contract rhythm', retail: 'retail', model: 'model', own: 'own numbers' },
    multiples: (late, lost) =>
      `slipping from ${late} × the usual gap without a purchase on, presumed lost from ${lost} × on`,
    model: (late, lost) =>
      `slipping once it is ${late}% likely that no purchase comes within one usual gap, presumed lost at ${lost}% within two; never before one usual gap`,
    tooFewForModel: 'there are too few customers for the model, so until then',
    thresholds: 'Who reaches a threshold is past it.',
    provisional: 'Provisional rule: your admin has not picked one yet.',
    statuses: { prospect: 'prospect', new: 'new', active: 'on time' },
    once: ago => `bought once, ${ago}`,
    late: since => `slipping since ${since}`,
    lost: since => `presumed lost since ${since}`,
    departed: since => `left on ${since}, told us`,
    cameBack: ago => `came back by themselves ${ago}`,
    wonBack: ago => `won back ${ago}`,
    afterLeaving: ago => `left and came back ${ago}`,
    fragile: 'handle with care',
    unknown: {
      noPurchase: 'no purchase yet',
      onlyOnce: 'bought once: never called slipping',
      pausedWithoutEnd: 'paused, and nobody knows until when',
      notForeseeable: 'not within 20 years under this rule',
    },
  },
  ru: {
    label: 'Состояние',
    presets: {
      contract: 'договорный ритм',
      retail: 'розница',
      model: 'модель',
      own: 'свои числа',
    },
    multiples: (late, lost) =>
      `засыпает с ${late} × обычного перерыва без покупок, считается потерянным с ${lost} ×`,
    model: (late, lost) =>
      `засыпает, когда вероятность не купить за один обычный перерыв достигла ${late} %, считается потерянным, когда за два — ${lost} %; не раньше одного обычного перерыва`,
    tooFewForModel: 'для модели пока мало клиентов, до тех пор',
    thresholds: 'Достигший порога считается за порогом.',
    provisional: 'Правило временное: администратор ещё не выбрал своё.',
    statuses: { prospect: 'потенциальный клиент', new: 'клиент: новый', active: 'покупает в срок' },
    once: ago => `купил один раз, ${ago}`,
    late: since => `засыпает с ${since}`,
    lost: since => `клиент: потерянный, с ${since}`,
    departed: since => `ушёл ${since}, сам сообщил`,
    cameBack: ago => `вернулся сам, ${ago}`,
    wonBack: ago => `клиент: возвращённый, ${ago}`,
    afterLeaving: ago => `вернулся после ухода, ${ago}`,
    fragile: 'требует бережности',
    unknown: {
      noPurchase: 'покупок ещё нет',
      onlyOnce: 'купил один раз: засыпающим не считается',
      pausedWithoutEnd: 'пауза, конец которой неизвестен',
      notForeseeable: 'по этому правилу не раньше чем через 20 лет',
    },
  },
  lt: {
    label: 'Būsena',
    presets: {
      contract: 'sutartinis ritmas',
      retail: 'mažmena',
      model: 'modelis',
      own: 'savi skaičiai',
    },
    multiples: (late, lost) =>
      `vėluoja pirkti nuo ${late} × įprasto tarpo be pirkimų, laikomas prarastu nuo ${lost} ×`,
    model: (late, lost) =>
      `vėluoja pirkti, kai tikimybė nepirkti per vieną įprastą tarpą pasiekia ${late} %, laikomas prarastu, kai per du – ${lost} %; ne anksčiau kaip po vieno įprasto tarpo`,
    tooFewForModel: 'modeliui dar per mažai klientų, iki tol',
    thresholds: 'Pasiekęs ribą laikomas ją peržengusiu.',
    provisional: 'Taisyklė laikina: administratorius dar nepasirinko savos.',
    statuses: { prospect: 'potencialus klientas', new: 'naujas klientas', active: 'perka laiku' },
    once: ago => `pirko vieną kartą, ${ago}`,
    late: since => `vėluoja pirkti nuo ${since}`,
    lost: since => `laikomas prarastu nuo ${since}`,
    departed: since => `išėjo ${since}, pats pranešė`,
    cameBack: ago => `sugrįžo pats, ${ago}`,
    wonBack: ago => `susigrąžintas, ${ago}`,
    afterLeaving: ago => `išėjęs sugrįžo, ${ago}`,
    fragile: 'elkitės atsargiai',
    unknown: {
      noPurchase: 'pirkimų dar nėra',
      onlyOnce: 'pirko vieną kartą: vėluojančiu nelaikomas',
      pausedWithoutEnd: 'pauzė, kurios pabaiga nežinoma',
      notForeseeable: 'pagal šią taisyklę ne anksčiau kaip po 20 metų',
    },
  },
}

const tones: Record<StatusId, Tone> = {
  prospect: 'plain',
  new: 'good',
  once: 'plain',
  active: 'good',
  late: 'warn',
  lost: 'bad',
  returned: 'good',
  departed: 'bad',
}

/** The status with its days and words. */
export function statusOf(history: History, moment: Moment): Status {
  const { standing } = history
  const { id, since } = statusAt(standing, moment.today)
  const fragile = fragileReturn(history, moment)
  return {
    id,
    since: dateOr(since ?? history.rhythm?.lastDay ?? null, words[moment.locale].unknown.noPurchase),
    lateAt: dateOr(standing.lateDay, whyNoLateDay(history, moment)),
    lostAt: dateOr(standing.lostDay, whyNoLostDay(history, moment)),
    text: sayStatus(id, since ?? moment.today, fragile, history, moment),
    tone: fragile ? 'warn' : tones[id],
  }
}

function dateOr(day: number | null, reason: string): string | Unknown {
  return day === null ? { unknown: reason } : formatLocalDate(day)
}

function whyNoLateDay(history: History, moment: Moment): string {
  return history.rhythm?.gapCount === 0
    ? words[moment.locale].unknown.onlyOnce
    : whyNoLostDay(history, moment)
}

function whyNoLostDay({ rhythm, pauses }: History, { locale }: Moment): string {
  const { noPurchase, pausedWithoutEnd, notForeseeable } = words[locale].unknown
  if (!rhythm) return noPurchase
  return pauses.some(({ untilDay }) => untilDay === null) ? pausedWithoutEnd : notForeseeable
}

function sayStatus(
  id: StatusId,
  since: number,
  fragile: FragileReturn | null,
  { rhythm }: History,
  { locale, today }: Moment,
): string {
  const say = words[locale]
  switch (id) {
    case 'late':
    case 'lost':
    case 'departed':
      return say[id](formatDay(locale, since, today))
    case 'once':
      return say.once(sayDaysAgo(locale, today - (rhythm?.lastDay ?? since)))
    case 'returned': {
      const ago = sayDaysAgo(locale, today - since)
      if (!fragile) return say.cameBack(ago)
      return `${fragile.isWonBack ? say.wonBack(ago) : say.afterLeaving(ago)}; ${say.fragile}`
    }
    default:
      return say.statuses[id]
  }
}

/** "Retail: slipping from 1.5 × the usual gap without a purchase on, ..." */
function sayRule(moment: Moment): string {
  const { presets, thresholds, provisional } = words[moment.locale]
  const { rule } = moment.settings
  const said = asSentence(moment.locale, `${presets[rule.preset]}: ${sayNumbers(moment)}.`)
  return [said, thresholds, ...(rule.provisional ? [provisional] : [])].join(' ')
}

function sayNumbers({ locale, settings, fit }: Moment): string {
  const { multiples, model, tooFewForModel } = words[locale]
  const { preset, late, lost } = settings.rule
  const byMultiples = multiples(sayMultiple(locale, late), sayMultiple(locale, lost))
  if (preset !== 'model') return byMultiples
  if (!fit || !carriesPercentage(fit, settings)) return `${tooFewForModel} ${byMultiples}`
  const percent = (share: number) => formatNumber(locale, 100 * share)
  return model(percent(settings.model.late), percent(settings.model.lost))
}

/** With two decimals at most, but for the 4/3 of the contract rhythm, which has no end of them. */
function sayMultiple(locale: Locale, multiple: number): string {
  return multiple === presetMultiples.contract.lost ? '4/3' : formatNumber(locale, multiple, 2)
}

export const status: Metric = {
  id: 'status',
  fact(history, moment) {
    const { text, tone } = statusOf(history, moment)
    return { id: 'status', label: words[moment.locale].label, text, tone, meaning: sayRule(moment) }
  },
}
