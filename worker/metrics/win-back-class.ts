// Win-back class: how much effort a lost or departed customer is worth. Time spent on those who bring least is time
// taken from the rest.

import type { Locale } from '../../shared/locale.ts'
import type { Tone, Unknown, WinBackClass } from '../../shared/snapshot.ts'
import type { History } from '../history.ts'
import { statusAt } from '../standing.ts'
import type { Metric, Moment } from './metric.ts'
import { type Regularity, regularityOf } from './regularity.ts'
import { type RevenueClass, revenueClassOf } from './revenue-class.ts'

interface Words {
  label: string
  meaning: string
  classes: Record<WinBackClass, string>
  because: (said: string, revenue: string, regularity: string) => string
  notGone: string
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Win-back class',
    meaning:
      'By class of revenue (A, B, C) and of regularity (X, Y, Z). First: AX, AY. Must: AZ, BX, BY. If possible: BZ, CX. Let go: CY, CZ.',
    classes: {
      first: 'win back first',
      must: 'must win back',
      if_possible: 'win back if possible',
      let_go: 'let go',
    },
    because: (said, revenue, regularity) => `${said} (class ${revenue}${regularity})`,
    notGone: 'only lost and departed customers have one',
  },
  ru: {
    label: 'Класс возврата',
    meaning:
      'По классу выручки (A, B, C) и ритма (X, Y, Z). В первую очередь: AX, AY. Обязательно: AZ, BX, BY. При возможности: BZ, CX. Отпустить: CY, CZ.',
    classes: {
      first: 'вернуть в первую очередь',
      must: 'вернуть обязательно',
      if_possible: 'вернуть при возможности',
      let_go: 'отпустить',
    },
    because: (said, revenue, regularity) => `${said} (класс ${revenue}${regularity})`,
    notGone: 'только для потерянных и ушедших',
  },
  lt: {
    label: 'Susigrąžinimo klasė',
    meaning:
      'Pagal pajamų (A, B, C) ir ritmo (X, Y, Z) klasę. Pirmiausia: AX, AY. Būtinai: AZ, BX, BY. Jei pavyks: BZ, CX. Paleisti: CY, CZ.',
    classes: {
      first: 'susigrąžinti pirmiausia',
      must: 'susigrąžinti būtinai',
      if_possible: 'susigrąžinti, jei pavyks',
      let_go: 'paleisti',
    },
    because: (said, revenue, regularity) => `${said} (klasė ${revenue}${regularity})`,
    notGone: 'tik prarastiems ir išėjusiems',
  },
}

const classOf: Record<RevenueClass, Record<Regularity, WinBackClass>> = {
  a: { x: 'first', y: 'first', z: 'must' },
  b: { x: 'must', y: 'must', z: 'if_possible' },
  c: { x: 'if_possible', y: 'let_go', z: 'let_go' },
}

const tones: Record<WinBackClass, Tone> = {
  first: 'bad',
  must: 'warn',
  if_possible: 'plain',
  let_go: 'plain',
}

export function isGone({ standing }: History, { today }: Moment): boolean {
  return ['lost', 'departed'].includes(statusAt(standing, today).id)
}

/** The class with the two that it is made of. */
export function winBackClassOf(
  history: History,
  moment: Moment,
): { class: WinBackClass; text: string } | Unknown {
  const { classes, because, notGone } = words[moment.locale]
  if (!isGone(history, moment)) return { unknown: notGone }
  const revenue = revenueClassOf(history, moment)
  if (typeof revenue !== 'string') return revenue
  const regularity = regularityOf(history, moment)
  if (typeof regularity !== 'string') return regularity
  const found = classOf[revenue][regularity]
  return { class: found, text: because(classes[found], revenue.toUpperCase(), regularity.toUpperCase()) }
}

export const winBackClass: Metric = {
  id: 'win-back-class',
  fact(history, moment) {
    if (!isGone(history, moment)) return null
    const { label, meaning } = words[moment.locale]
    const found = winBackClassOf(history, moment)
    if ('unknown' in found)
      return { id: 'win-back-class', label, text: found.unknown, tone: 'plain', meaning }
    return { id: 'win-back-class', label, text: found.text, tone: tones[found.class], meaning }
  },
}
