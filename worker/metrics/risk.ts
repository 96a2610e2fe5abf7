// Risk: the probability that the customer does not buy within two of their own intervals, moved by what they
// told us, as a score from 1 to 99 (100 = worst) with reasons that add up.

import { formatNumber, type Locale } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import type { BandId, Risk, Tone, Unknown } from '../../shared/snapshot.ts'
import { daysPerWeek } from '../../shared/time.ts'
import type { Rhythm } from '../rhythm.ts'
import { aliveProbability, purchaseAtOwnPaceProbability, type Recency } from '../risk-model/mbg-nbd.ts'
import { explain } from '../risk-model/reasons.ts'
import { intervalOf } from './interval.ts'
import type { Fit, History, Metric, Moment } from './metric.ts'
import { gapRatio } from './ratio.ts'
import { standingOf } from './status.ts'
import { type VoiceFact, voiceFacts } from './voice.ts'

/** Where no percentage can be given, the risk follows the ratio: low under 1.5, watch under 3. */
const ratioBands = { watch: 1.5, high: 3 }
/** A reason that moves the odds less than this and rounds to 0 points is not worth a line. */
const leastLogOdds = 0.1

interface Words {
  label: string
  meaning: (horizonDays: number) => string
  bands: Record<BandId, string>
  score: (band: string, score: number) => string
  neverBought: string
  noFit: string
  tooFew: (customers: number, repeats: number) => string
  byRatio: (band: string, why: string) => string
  reasons: Record<'silent' | 'loose' | 'onTime' | 'loyal' | 'fewPurchases' | 'irregular' | 'steady', string>
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Risk',
    meaning: days =>
      `Risk of leaving, 100 = worst: how likely no purchase within ${days} days is, and what they told us.`,
    bands: { low: 'low', watch: 'watch', high: 'high', 'very-high': 'very high' },
    score: (band, score) => `${band} ${score} (100 = worst)`,
    neverBought: 'no purchase yet, so no risk of losing one',
    noFit: 'no percentage before the first fit',
    tooFew: (customers, repeats) =>
      `no percentage yet: ${customers} customers and ${repeats} repeat purchases are too few`,
    byRatio: (band, why) => `${band}, judged by the gap alone; ${why}`,
    reasons: {
      silent: 'Silent longer than usual',
      loose: 'Not a firm customer yet',
      onTime: 'Buys on time',
      loyal: 'Loyal until now',
      fewPurchases: 'Few purchases so far',
      irregular: 'Buys irregularly',
      steady: 'Buys steadily',
    },
  },
  ru: {
    label: 'Риск ухода',
    meaning: days =>
      `Риск ухода, 100 — хуже всего: насколько вероятно, что покупки не будет ${formatNumber('ru', days)} дн., и что нам говорили.`,
    bands: { low: 'низкий', watch: 'под наблюдением', high: 'высокий', 'very-high': 'очень высокий' },
    score: (band, score) => `${band} ${score} (100 — хуже всего)`,
    neverBought: 'покупок ещё нет, терять пока нечего',
    noFit: 'без процента до первого расчёта модели',
    tooFew: (customers, repeats) =>
      `процента пока нет: мало данных (клиентов ${customers}, повторных покупок ${repeats})`,
    byRatio: (band, why) => `${band}, только по перерыву; ${why}`,
    reasons: {
      silent: 'Молчит дольше обычного',
      loose: 'Пока не постоянный клиент',
      onTime: 'Покупает в срок',
      loyal: 'До сих пор покупал верно',
      fewPurchases: 'Пока мало покупок',
      irregular: 'Покупает неравномерно',
      steady: 'Покупает стабильно',
    },
  },
  lt: {
    label: 'Praradimo rizika',
    meaning: days =>
      `Praradimo rizika, 100 – blogiausia: kiek tikėtina, kad nepirks ${formatNumber('lt', days)} d., ir ką mums sakė.`,
    bands: { low: 'maža', watch: 'stebėti', high: 'didelė', 'very-high': 'labai didelė' },
    score: (band, score) => `${band} ${score} (100 – blogiausia)`,
    neverBought: 'pirkimų dar nėra, nėra ir ko prarasti',
    noFit: 'procentų nėra iki pirmo modelio skaičiavimo',
    tooFew: (customers, repeats) =>
      `procentų dar nėra: per mažai duomenų (klientų ${customers}, pakartotinių pirkimų ${repeats})`,
    byRatio: (band, why) => `${band}, sprendžiant tik pagal tarpą; ${why}`,
    reasons: {
      silent: 'Tyli ilgiau nei įprastai',
      loose: 'Dar ne nuolatinis klientas',
      onTime: 'Perka laiku',
      loyal: 'Iki šiol buvo ištikimas',
      fewPurchases: 'Kol kas mažai pirkimų',
      irregular: 'Perka netolygiai',
      steady: 'Perka pastoviai',
    },
  },
}

const tones: Record<BandId, Tone> = { low: 'good', watch: 'warn', high: 'bad', 'very-high': 'bad' }

/** How far ahead the risk looks: two own intervals, within the bounds of the settings. */
export function horizonDays(intervalDays: number, { horizon }: Settings): number {
  return Math.min(horizon.mostDays, Math.max(horizon.leastDays, horizon.intervals * intervalDays))
}

/** The model's view of a rhythm: repeat purchases, weeks to the last one, weeks observed. */
export function recencyOf(rhythm: Rhythm, today: number): Recency {
  return {
    x: rhythm.gapCount,
    tx: (rhythm.lastDay - rhythm.firstDay) / daysPerWeek,
    T: (today - rhythm.firstDay) / daysPerWeek,
  }
}

export function bandOf(score: number, { bands }: Settings): BandId {
  if (score >= bands.veryHigh) return 'very-high'
  if (score >= bands.high) return 'high'
  return score >= bands.watch ? 'watch' : 'low'
}

/** The risk with its reasons; without a fit that can carry a percentage, a band in words and why. */
export function riskOf(history: History, moment: Moment): Risk {
  const horizon = horizonDays(intervalOf(history, moment).days, moment.settings)
  const { rhythm } = history
  if (!rhythm) return withoutAnswer(words[moment.locale].neverBought, horizon)
  const usable = usableFit(moment)
  return 'unknown' in usable
    ? riskByRatio(history, moment, horizon, usable.unknown)
    : riskByModel(rhythm, history, moment, usable, horizon)
}

type UsableFit = Fit & { meanAlive: number; meanPace: number }

function usableFit({ fit, settings, locale }: Moment): UsableFit | Unknown {
  const { noFit, tooFew } = words[locale]
  if (!fit) return { unknown: noFit }
  const { customers, repeatPurchases, meanAlive, meanPace } = fit
  const { leastForModel } = settings
  const isEnough = customers >= leastForModel.customers && repeatPurchases >= leastForModel.repeatPurchases
  return isEnough && meanAlive !== null && meanPace !== null
    ? { ...fit, meanAlive, meanPace }
    : { unknown: tooFew(customers, repeatPurchases) }
}

function riskByModel(
  rhythm: Rhythm,
  history: History,
  moment: Moment,
  fit: UsableFit,
  horizon: number,
): Risk {
  const recency = recencyOf(rhythm, moment.today)
  const alive = aliveProbability(fit.params, recency)
  const pace = purchaseAtOwnPaceProbability(fit.params, recency, horizon / daysPerWeek)
  const voice = voiceFacts(history, moment)
  const { score, start, points } = explain({
    start: { alive: fit.meanAlive, pace: fit.meanPace },
    customer: { alive, pace },
    voice,
  })
  const band = bandOf(score, moment.settings)
  const say = words[moment.locale]
  return {
    score,
    start,
    band,
    text: say.score(say.bands[band], score),
    horizonDays: Math.round(horizon),
    purchase: { probability: alive * pace, alive, pace, basis: intervalOf(history, moment).basis },
    reasons: points
      .filter(({ points, logOdds }) => points !== 0 || Math.abs(logOdds) >= leastLogOdds)
      .map(({ id, points, logOdds }) => ({
        id,
        points,
        text: sayReason({ id, logOdds }, voice, history, moment),
      })),
  }
}

/** The model's two steps in words a person can check against the rhythm beside them; voice facts bring their own. */
function sayReason(
  { id, logOdds }: { id: string; logOdds: number },
  voice: readonly VoiceFact[],
  history: History,
  moment: Moment,
): string {
  const say = words[moment.locale].reasons
  const isHeavier = logOdds > 0
  if (id === 'alive') {
    const isSilent = ['late', 'lost', 'once'].includes(standingOf(history, moment).id)
    if (isSilent) return isHeavier ? say.silent : say.loyal
    return isHeavier ? say.loose : say.onTime
  }
  if (id === 'pace') {
    if (!isHeavier) return say.steady
    return (history.rhythm?.low ?? null) === null ? say.fewPurchases : say.irregular
  }
  return voice.find(fact => fact.id === id)?.text ?? id
}

function riskByRatio(history: History, moment: Moment, horizon: number, why: string): Risk {
  const ratio = gapRatio(history, moment)
  if (typeof ratio !== 'number') return withoutAnswer(ratio.unknown, horizon)
  const band = ratio >= ratioBands.high ? 'high' : ratio >= ratioBands.watch ? 'watch' : 'low'
  const { byRatio, bands } = words[moment.locale]
  return { ...withoutAnswer(why, horizon), band, text: byRatio(bands[band], why) }
}

function withoutAnswer(why: string, horizon: number): Risk {
  const unknown = { unknown: why }
  return {
    score: unknown,
    start: unknown,
    band: unknown,
    text: why,
    horizonDays: Math.round(horizon),
    purchase: unknown,
    reasons: [],
  }
}

export const risk: Metric = {
  id: 'risk',
  fact(history, moment) {
    const { band, text, horizonDays } = riskOf(history, moment)
    const { label, meaning } = words[moment.locale]
    const tone = typeof band === 'string' ? tones[band] : 'plain'
    return { id: 'risk', label, text, tone, meaning: meaning(horizonDays) }
  },
}
