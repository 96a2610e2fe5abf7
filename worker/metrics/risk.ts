// Risk: the probability that the customer does not buy within two of their own intervals, moved by what they
// told us, as a score from 1 to 99 (100 = worst) with reasons that add up.

import { formatNumber, type Locale } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import type { BandId, Risk, Tone, Unknown } from '../../shared/snapshot.ts'
import { daysPerWeek } from '../../shared/time.ts'
import type { History, Override } from '../history.ts'
import { recencyOf } from '../recency.ts'
import type { Rhythm } from '../rhythm.ts'
import {
  aliveProbability,
  noPurchaseProbability,
  purchaseAtOwnPaceProbability,
} from '../risk-model/mbg-nbd.ts'
import { type Explanation, explain, type ReasonPoints, type RiskPath } from '../risk-model/reasons.ts'
import { recalibrated } from '../risk-model/recalibrate.ts'
import { carriesPercentage } from '../rule.ts'
import { nearestInBand, runningOverride, sayOverride } from '../running-override.ts'
import { statusAt } from '../standing.ts'
import { intervalOf } from './interval.ts'
import type { Fit, Metric, Moment } from './metric.ts'
import { gapRatio, sayRatio } from './ratio.ts'
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
  departed: string
  noFit: string
  tooFew: (customers: number, repeats: number) => string
  byRatio: (band: string, ratio: string, why: string) => string
  byHand: (band: string, why: string) => string
  reasons: Record<
    'silent' | 'loose' | 'onTime' | 'loyal' | 'fewPurchases' | 'irregular' | 'steady' | 'worse' | 'better',
    string
  >
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Risk',
    meaning: days =>
      `Risk of leaving, 100 = worst: how likely no purchase within ${days} days is, and what they told us.`,
    bands: { low: 'low', watch: 'watch', high: 'high', 'very-high': 'very high' },
    score: (band, score) => `${band} ${score} (100 = worst)`,
    neverBought: 'no purchase yet, so no risk of losing one',
    departed: 'they left: no risk, a win-back class instead',
    noFit: 'no percentage before the first fit',
    tooFew: (customers, repeats) =>
      `no percentage yet: ${customers} customers and ${repeats} repeat purchases are too few`,
    byRatio: (band, ratio, why) => `${band}, judged by the gap alone: ${ratio}; ${why}`,
    byHand: (band, why) => `${band}, set by hand; ${why}`,
    reasons: {
      silent: 'Silent longer than usual',
      loose: 'Not a firm customer yet',
      onTime: 'Buys on time',
      loyal: 'Loyal until now',
      fewPurchases: 'Few purchases so far',
      irregular: 'Buys irregularly',
      steady: 'Buys steadily',
      worse: 'Customers like this came back less often than the model says',
      better: 'Customers like this came back more often than the model says',
    },
  },
  ru: {
    label: 'Риск ухода',
    meaning: days =>
      `Риск ухода, 100 — хуже всего: насколько вероятно, что покупки не будет ${formatNumber('ru', days)} дн., и что нам говорили.`,
    bands: { low: 'низкий', watch: 'под наблюдением', high: 'высокий', 'very-high': 'очень высокий' },
    score: (band, score) => `${band} ${score} (100 — хуже всего)`,
    neverBought: 'покупок ещё нет, терять пока нечего',
    departed: 'клиент ушёл: вместо риска — класс возврата',
    noFit: 'без процента до первого расчёта модели',
    tooFew: (customers, repeats) =>
      `процента пока нет: мало данных (клиентов ${customers}, повторных покупок ${repeats})`,
    byRatio: (band, ratio, why) => `${band}, только по перерыву: ${ratio}; ${why}`,
    byHand: (band, why) => `${band}, задано вручную; ${why}`,
    reasons: {
      silent: 'Молчит дольше обычного',
      loose: 'Пока не постоянный клиент',
      onTime: 'Покупает в срок',
      loyal: 'До сих пор покупал верно',
      fewPurchases: 'Пока мало покупок',
      irregular: 'Покупает неравномерно',
      steady: 'Покупает стабильно',
      worse: 'Такие клиенты возвращались реже, чем считает модель',
      better: 'Такие клиенты возвращались чаще, чем считает модель',
    },
  },
  lt: {
    label: 'Praradimo rizika',
    meaning: days =>
      `Praradimo rizika, 100 – blogiausia: kiek tikėtina, kad nepirks ${formatNumber('lt', days)} d., ir ką mums sakė.`,
    bands: { low: 'maža', watch: 'stebėti', high: 'didelė', 'very-high': 'labai didelė' },
    score: (band, score) => `${band} ${score} (100 – blogiausia)`,
    neverBought: 'pirkimų dar nėra, nėra ir ko prarasti',
    departed: 'klientas išėjo: vietoj rizikos – susigrąžinimo klasė',
    noFit: 'procentų nėra iki pirmo modelio skaičiavimo',
    tooFew: (customers, repeats) =>
      `procentų dar nėra: per mažai duomenų (klientų ${customers}, pakartotinių pirkimų ${repeats})`,
    byRatio: (band, ratio, why) => `${band}, sprendžiant tik pagal tarpą: ${ratio}; ${why}`,
    byHand: (band, why) => `${band}, nustatyta ranka; ${why}`,
    reasons: {
      silent: 'Tyli ilgiau nei įprastai',
      loose: 'Dar ne nuolatinis klientas',
      onTime: 'Perka laiku',
      loyal: 'Iki šiol buvo ištikimas',
      fewPurchases: 'Kol kas mažai pirkimų',
      irregular: 'Perka netolygiai',
      steady: 'Perka pastoviai',
      worse: 'Tokie klientai grįždavo rečiau, nei sako modelis',
      better: 'Tokie klientai grįždavo dažniau, nei sako modelis',
    },
  },
}

const tones: Record<BandId, Tone> = { low: 'good', watch: 'warn', high: 'bad', 'very-high': 'bad' }

/** How far ahead the risk looks: two own intervals within the bounds of the settings, or the days fixed there. */
export function horizonDays(intervalDays: number, { horizon }: Settings): number {
  const { fixedDays, leastDays, mostDays, intervals } = horizon
  return fixedDays ?? Math.min(mostDays, Math.max(leastDays, intervals * intervalDays))
}

export function bandOf(score: number, { bands }: Settings): BandId {
  if (score >= bands.veryHigh) return 'very-high'
  if (score >= bands.high) return 'high'
  return score >= bands.watch ? 'watch' : 'low'
}

/** The risk with its reasons; without a fit that can carry a percentage, a band in words and why. */
export function riskOf(history: History, moment: Moment): Risk {
  const horizon = horizonDays(intervalOf(history, moment).days, moment.settings)
  const { neverBought, departed } = words[moment.locale]
  const { rhythm, standing } = history
  if (statusAt(standing, moment.today).id === 'departed') return withoutAnswer(departed, horizon)
  if (!rhythm) return withoutAnswer(neverBought, horizon)
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
  return carriesPercentage(fit, settings) && meanAlive !== null && meanPace !== null
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
  const recency = recencyOf(rhythm, history, moment)
  const weeks = horizon / daysPerWeek
  const alive = aliveProbability(fit.params, recency)
  const pace = purchaseAtOwnPaceProbability(fit.params, recency, weeks)
  const voice = voiceFacts(history, moment)
  const override = runningOverride(history, moment)
  const { score, start, points } = explainWith(override, moment.settings, {
    start: { alive: fit.meanAlive, pace: fit.meanPace },
    customer: { alive, pace },
    ...(fit.recalibration && {
      recalibrated: recalibrated(noPurchaseProbability(fit.params, recency, weeks), fit.recalibration),
    }),
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
    reasons: points.filter(isWorthALine).map(reason => ({
      id: reason.id,
      points: reason.points,
      text: sayReason(reason, voice, override, history, moment),
    })),
  }
}

/** A member's band is the end of the path; in it already, the override still stands there, moving nothing. */
function explainWith(override: Override | null, settings: Settings, path: RiskPath): Explanation {
  const explained = explain(path)
  if (!override) return explained
  const end = nearestInBand(explained.score, override.band, settings)
  if (end !== explained.score) return explain({ ...path, override: { probability: end / 100 } })
  return { ...explained, points: [...explained.points, { id: 'override', points: 0, logOdds: 0 }] }
}

function isWorthALine({ id, points, logOdds }: ReasonPoints): boolean {
  return id === 'override' || points !== 0 || Math.abs(logOdds) >= leastLogOdds
}

/** The model's two steps in words a person can check against the rhythm beside them; voice facts bring their own. */
function sayReason(
  { id, logOdds }: ReasonPoints,
  voice: readonly VoiceFact[],
  override: Override | null,
  history: History,
  moment: Moment,
): string {
  const { reasons: say, bands } = words[moment.locale]
  const isHeavier = logOdds > 0
  if (id === 'alive') {
    const isSilent = ['late', 'lost', 'once'].includes(statusAt(history.standing, moment.today).id)
    if (isSilent) return isHeavier ? say.silent : say.loyal
    return isHeavier ? say.loose : say.onTime
  }
  if (id === 'pace') {
    if (!isHeavier) return say.steady
    return (history.rhythm?.low ?? null) === null ? say.fewPurchases : say.irregular
  }
  if (id === 'recalibration') return isHeavier ? say.worse : say.better
  if (id === 'override' && override) return sayOverride(override, bands[override.band], moment)
  return voice.find(fact => fact.id === id)?.text ?? id
}

function riskByRatio(history: History, moment: Moment, horizon: number, why: string): Risk {
  const ratio = gapRatio(history, moment)
  if (typeof ratio !== 'number') return withoutAnswer(ratio.unknown, horizon)
  const { byRatio, byHand, bands } = words[moment.locale]
  const override = runningOverride(history, moment)
  if (override) {
    const { band } = override
    const text = sayOverride(override, bands[band], moment)
    return {
      ...withoutAnswer(why, horizon),
      band,
      text: byHand(bands[band], why),
      reasons: [{ id: 'override', points: 0, text }],
    }
  }
  const band = ratio >= ratioBands.high ? 'high' : ratio >= ratioBands.watch ? 'watch' : 'low'
  const text = byRatio(bands[band], sayRatio(ratio, moment.locale), why)
  return { ...withoutAnswer(why, horizon), band, text }
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
