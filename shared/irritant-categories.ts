// The irritant categories every workspace begins with, in each language: the causes of leaving that lie with us.

import type { Locale } from './locale.ts'

export interface IrritantCategory {
  id: string
  /** A noun phrase that stands alone in a list, in sentence case. */
  names: Record<Locale, string>
}

export const irritantCategories = [
  {
    id: 'bigger-customers-first',
    names: {
      en: 'Attention went to bigger customers',
      ru: 'Внимание досталось крупным клиентам',
      lt: 'Dėmesys teko didesniems klientams',
    },
  },
  {
    id: 'imposed-on',
    names: { en: 'Imposed on', ru: 'Навязывали ненужное', lt: 'Primesta, ko nereikia' },
  },
  {
    id: 'expectations-not-met',
    names: { en: 'Expectations not met', ru: 'Не оправдали ожиданий', lt: 'Nepateisinti lūkesčiai' },
  },
  {
    id: 'promise-not-kept',
    names: { en: 'A promise not kept', ru: 'Нарушенное обещание', lt: 'Netesėtas pažadas' },
  },
  {
    id: 'small-mistakes',
    names: {
      en: 'Small mistakes again and again',
      ru: 'Мелкие ошибки снова и снова',
      lt: 'Smulkios klaidos vis kartojasi',
    },
  },
  {
    id: 'stopped-improving',
    names: { en: 'We stopped improving', ru: 'Мы перестали развиваться', lt: 'Nustojome tobulėti' },
  },
  {
    id: 'too-little-care',
    names: { en: 'Too little care', ru: 'Мало заботы', lt: 'Per mažai dėmesio' },
  },
  {
    id: 'no-reason-to-use-more',
    names: {
      en: 'No reason given to use more',
      ru: 'Не показали, зачем брать больше',
      lt: 'Neparodyta, kodėl verta naudoti daugiau',
    },
  },
  {
    id: 'rude-staff',
    names: { en: 'Rude staff', ru: 'Грубость сотрудников', lt: 'Nemandagūs darbuotojai' },
  },
  {
    id: 'slow-answers',
    names: { en: 'Slow answers', ru: 'Медленные ответы', lt: 'Lėti atsakymai' },
  },
  {
    id: 'slow-delivery',
    names: { en: 'Slow delivery', ru: 'Долгая доставка', lt: 'Lėtas pristatymas' },
  },
  {
    id: 'no-training',
    names: {
      en: 'No training or start help',
      ru: 'Нет обучения и помощи на старте',
      lt: 'Nėra mokymų ir pagalbos pradžioje',
    },
  },
  {
    id: 'value-no-longer-seen',
    names: { en: 'Value no longer seen', ru: 'Больше не видит пользы', lt: 'Nebemato naudos' },
  },
  {
    id: 'too-many-offers',
    names: { en: 'Too many offers', ru: 'Слишком много предложений', lt: 'Per daug pasiūlymų' },
  },
  {
    // Also logged by itself with a contact through a channel they asked us not to use.
    id: 'unwanted-channel',
    names: {
      en: 'Contacted in a way they asked us not to',
      ru: 'Связались так, как просили не делать',
      lt: 'Susisiekta taip, kaip prašė nedaryti',
    },
  },
] as const satisfies readonly IrritantCategory[]

export type IrritantCategoryId = (typeof irritantCategories)[number]['id']

/** Is this one of the default categories, rather than a word of the workspace's own? */
export function isIrritantCategory(id: string): id is IrritantCategoryId {
  return irritantCategories.some(category => category.id === id)
}

/** What a category is called; one of the workspace's own is its own name. */
export function irritantCategoryName(id: string, locale: Locale): string {
  return irritantCategories.find(category => category.id === id)?.names[locale] ?? id
}
