import { describe, expect, test } from 'vitest'
import { irritantCategories, isIrritantCategory } from '../../../shared/irritant-categories.ts'
import { count, locales, type Plural } from '../../../shared/locale.ts'
import { words } from '../../../shared/words/words.ts'

type Say = (...args: unknown[]) => string

/** Every leaf with its path; a function is called with a number and with a text in each place. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    const say = node as Say
    return [2, 3].map(n => [`${path}(${n})`, say(...Array(say.length).fill(n))])
  }
  return Object.entries(node as object).flatMap(([key, value]) =>
    leaves(value, path ? `${path}.${key}` : key),
  )
}

/** Paths of what is the same in all languages: names, formulas, and nothing that is read as a sentence. */
const sameEverywhere = /^(options|popup)\.title$|\.times\(|\.quote\(|\.dashed\(|\.lastKnown\(/

/** A set of plural forms rather than words by name. */
function isPlural(node: unknown): node is Plural {
  return typeof node === 'object' && node !== null && 'other' in node
}

function plurals(node: unknown, path = ''): [string, Plural][] {
  if (isPlural(node)) return [[path, node]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => plurals(value, path ? `${path}.${key}` : key))
}

const withoutForms = (paths: [string, string][]) =>
  paths.map(([path]) => path).filter(path => !/\.(one|few|many|other)$/.test(path))

describe('the words', () => {
  test('are the same ones in every language', () => {
    for (const locale of locales) {
      expect(withoutForms(leaves(words[locale]))).toEqual(withoutForms(leaves(words.en)))
    }
  })

  test('are nowhere empty and never say what a program says', () => {
    for (const locale of locales) {
      for (const [path, text] of leaves(words[locale])) {
        expect(text.trim(), `${locale} ${path}`).not.toBe('')
        expect(text, `${locale} ${path}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  test('are translated: Russian in Cyrillic, Lithuanian not in English', () => {
    const english = new Map(leaves(words.en))
    for (const [path, text] of leaves(words.ru)) {
      if (!sameEverywhere.test(path)) expect(text, path).toMatch(/[а-яё]/i)
    }
    for (const [path, text] of leaves(words.lt)) {
      if (!sameEverywhere.test(path)) expect(text, path).not.toBe(english.get(path))
    }
  })

  test('count by their language: 1, 2, 5, 11, 21', () => {
    const counted = (locale: 'en' | 'ru' | 'lt') =>
      [1, 2, 5, 11, 21].map(n => count(locale, words[locale].panel.daysLate, n))
    expect(counted('en')).toEqual([
      '1 day late',
      '2 days late',
      '5 days late',
      '11 days late',
      '21 days late',
    ])
    expect(counted('ru')).toEqual([
      'опаздываем на 1 день',
      'опаздываем на 2 дня',
      'опаздываем на 5 дней',
      'опаздываем на 11 дней',
      'опаздываем на 21 день',
    ])
    expect(counted('lt')).toEqual([
      'vėluojame 1 dieną',
      'vėluojame 2 dienas',
      'vėluojame 5 dienas',
      'vėluojame 11 dienų',
      'vėluojame 21 dieną',
    ])
  })

  test('hold every plural form their language has, or one form for all', () => {
    for (const locale of locales) {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
      for (const [path, forms] of plurals(words[locale])) {
        const texts = new Set(Object.values(forms))
        const complete = needed.every(form => form in forms)
        expect(complete || texts.size === 1, `${locale} ${path}`).toBe(true)
        for (const text of texts) expect(text, `${locale} ${path}`).toContain('#')
      }
    }
  })

  test('say repeats as each language does', () => {
    const again = (locale: 'en' | 'ru' | 'lt') => [2, 3, 4, 13, 23].map(n => words[locale].panel.again(n))
    expect(again('en')).toEqual([
      'again, 2nd time',
      'again, 3rd time',
      'again, 4th time',
      'again, 13th time',
      'again, 23rd time',
    ])
    expect(again('ru')[1]).toBe('повтор, в 3-й раз')
    expect(again('lt')).toEqual([
      'pasikartojo, 2-ą kartą',
      'pasikartojo, 3-ią kartą',
      'pasikartojo, 4-ą kartą',
      'pasikartojo, 13-ą kartą',
      'pasikartojo, 23-ią kartą',
    ])
  })
})

describe('the irritant categories', () => {
  test('have an id each and a name in every language', () => {
    expect(new Set(irritantCategories.map(({ id }) => id)).size).toBe(irritantCategories.length)
    for (const locale of locales) {
      const names = irritantCategories.map(({ names }) => names[locale])
      expect(new Set(names).size).toBe(irritantCategories.length)
      for (const name of names) expect(name).toMatch(/^\p{Lu}/u)
    }
  })

  test('are told from words of a workspace', () => {
    expect(isIrritantCategory('rude-staff')).toBe(true)
    expect(isIrritantCategory('Rude staff')).toBe(false)
  })
})
