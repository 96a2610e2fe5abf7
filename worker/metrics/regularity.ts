// Class by regularity (XYZ): how much the customer's own gaps differ from one another. By the gaps, since by calendar
// months a regular quarterly buyer would look chaotic.

import { formatNumber, type Locale } from '../../shared/locale.ts'
import type { Unknown } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import type { Metric, Moment } from './metric.ts'

export type Regularity = 'x' | 'y' | 'z'

interface Words {
  label: string
  meaning: (x: string, y: string) => string
  classes: Record<Regularity, string>
  tooFewGaps: string
  neverBought: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Class by regularity',
    meaning: (x, y) =>
      `How far the own gaps spread around their mean (standard deviation / mean): X up to ${x}, Y up to ${y}, both included; Z above, or with fewer than 3 gaps.`,
    classes: { x: 'X: buys regularly', y: 'Y: buys unevenly', z: 'Z: buys irregularly' },
    tooFewGaps: 'Z: fewer than 4 purchases, no rhythm known yet',
    neverBought: 'has not bought yet',
  },
  ru: {
    label: 'Класс по ритму',
    meaning: (x, y) =>
      `Разброс собственных перерывов вокруг среднего (стандартное отклонение / среднее): X до ${x}, Y до ${y} включительно; Z выше или меньше 3 перерывов.`,
    classes: { x: 'X: покупает регулярно', y: 'Y: покупает неровно', z: 'Z: покупает нерегулярно' },
    tooFewGaps: 'Z: меньше 4 покупок, ритм ещё неизвестен',
    neverBought: 'ещё не покупает',
  },
  lt: {
    label: 'Klasė pagal ritmą',
    meaning: (x, y) =>
      `Kiek paties kliento tarpai nukrypsta nuo vidurkio (standartinis nuokrypis / vidurkis): X iki ${x}, Y iki ${y} imtinai; Z daugiau arba mažiau nei 3 tarpai.`,
    classes: { x: 'X: perka reguliariai', y: 'Y: perka netolygiai', z: 'Z: perka nereguliariai' },
    tooFewGaps: 'Z: mažiau nei 4 pirkimai, ritmas dar nežinomas',
    neverBought: 'dar nepirko',
  },
}

/** A value equal to a threshold is still within it: here alone, and in the contact balance. */
export function regularityOf({ rhythm }: History, { settings, locale }: Moment): Regularity | Unknown {
  if (!rhythm) return { unknown: words[locale].neverBought }
  const { variation } = rhythm
  const { x, y } = settings.regularity
  if (variation === null || variation > y) return 'z'
  return variation <= x ? 'x' : 'y'
}

function sayRegularity(history: History, moment: Moment): string {
  const { classes, tooFewGaps } = words[moment.locale]
  const regularity = regularityOf(history, moment)
  if (typeof regularity !== 'string') return regularity.unknown
  return history.rhythm?.variation === null ? tooFewGaps : classes[regularity]
}

export const regularity: Metric = {
  id: 'regularity',
  fact(history, moment) {
    const { label, meaning } = words[moment.locale]
    const { x, y } = moment.settings.regularity
    const say = (edge: number) => formatNumber(moment.locale, edge, 2)
    return {
      id: 'regularity',
      label,
      text: sayRegularity(history, moment),
      tone: 'plain',
      meaning: meaning(say(x), say(y)),
    }
  },
}
