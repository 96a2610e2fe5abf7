// Why customers leave, as every workspace begins: lists for the three classes, in each language. What lies with us
// is the same as what irritates, so that a cause can be recognised when it happens again.

import { irritantCategories } from './irritant-categories.ts'
import type { Locale } from './locale.ts'
import type { ReasonClass } from './snapshot.ts'

export interface DepartureReason {
  id: string
  /** A phrase that stands alone in a list, in sentence case. */
  names: Record<Locale, string>
}

/** By class, in the order in which they are offered. */
export const departureReasons: Record<ReasonClass, readonly DepartureReason[]> = {
  competitor: [
    { id: 'better-price', names: { en: 'Better price', ru: 'Цена лучше', lt: 'Geresnė kaina' } },
    {
      id: 'better-offer',
      names: { en: 'Better offer', ru: 'Предложение лучше', lt: 'Geresnis pasiūlymas' },
    },
    { id: 'poached', names: { en: 'Poached', ru: 'Переманили', lt: 'Perviliojo konkurentas' } },
    { id: 'merger', names: { en: 'Merger', ru: 'Слияние компаний', lt: 'Įmonių susijungimas' } },
  ],
  us: irritantCategories,
  customer: [
    { id: 'closed', names: { en: 'Closed', ru: 'Закрытие дела', lt: 'Nutraukta veikla' } },
    { id: 'moved', names: { en: 'Moved', ru: 'Переезд', lt: 'Persikraustymas' } },
    { id: 'died', names: { en: 'Died', ru: 'Смерть', lt: 'Mirtis' } },
    { id: 'need-gone', names: { en: 'Need gone', ru: 'Больше не нужно', lt: 'Nebėra poreikio' } },
    { id: 'budget-cut', names: { en: 'Budget cut', ru: 'Урезанный бюджет', lt: 'Sumažintas biudžetas' } },
    {
      id: 'changed-stage',
      names: { en: 'Changed stage', ru: 'Начался новый этап', lt: 'Prasidėjo kitas etapas' },
    },
  ],
}

const byId = new Map(
  Object.values(departureReasons)
    .flat()
    .map(reason => [reason.id, reason]),
)

/** What a reason is called; a member's own words are their own name. */
export function departureReasonName(id: string, locale: Locale): string {
  return byId.get(id)?.names[locale] ?? id
}
