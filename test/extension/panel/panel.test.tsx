import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Panel } from '../../../extension/panel/panel.tsx'
import type { PanelState, PanelView } from '../../../extension/panel-state.ts'
import { ReaderContext, readerOf } from '../../../extension/reader.ts'
import { type Locale, locales } from '../../../shared/locale.ts'
import { words } from '../../../shared/words/words.ts'
import {
  angry,
  exampleNow,
  exampleStates,
  exampleTimeZone,
  overlong,
  prospect,
  quiet,
  returned,
  shown,
} from './example-states.ts'
import { fakePanel } from './fake-panel.ts'
import { button, click, oneSpaced, paint, press, textOf } from './paint.tsx'

function html(state: PanelState | null, locale: Locale = 'en', now = exampleNow): string {
  return renderToString(
    <ReaderContext.Provider value={readerOf(locale, exampleTimeZone, now)}>
      <Panel state={state} panel={fakePanel(null)} />
    </ReaderContext.Provider>,
  )
}

/** What is read, entities resolved and tags gone. */
function text(state: PanelState | null, locale: Locale = 'en'): string {
  const page = new DOMParser().parseFromString(html(state, locale), 'text/html')
  return textOf(page.body)
}

const state = (view: PanelView): PanelState => ({ question: 1, view })

describe('every state in every language', () => {
  for (const locale of locales) {
    for (const [name, example] of Object.entries(exampleStates(locale))) {
      test(`${name} in ${locale} says something and misses no word`, () => {
        const said = text(example, locale)
        expect(said.length).toBeGreaterThan(5)
        expect(said).not.toMatch(/undefined|null|NaN|\[object|function/)
        expect(html(example, locale)).toContain('<main')
      })
    }

    test(`states without a customer offer a way out in ${locale}`, () => {
      for (const name of [
        'not-found',
        'not-understood',
        'signed-out',
        'revoked',
        'offline',
        'slow',
        'failing',
        'too-old',
        'not-holdfast',
      ]) {
        const root = paint(fakePanel(exampleStates(locale)[name]?.view ?? null), locale)
        expect(root.querySelectorAll('button:not(:disabled)').length, name).toBe(1)
      }
    })
  }
})

describe('the risk', () => {
  test('says which end is the bad one, in every language', () => {
    for (const locale of locales) {
      expect(text(state(shown(angry(locale))), locale)).toContain(words[locale].panel.risk.polarity)
    }
  })

  test('is told by word, number and shape together', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    expect(textOf(root.querySelector('.chip'))).toBe('High risk 84')
    expect(root.querySelector('.chip svg path')).not.toBeNull()
  })

  test('has another shape in every band', () => {
    const shapes = (['low', 'watch', 'high', 'very-high'] as const).map(band => {
      const snapshot = angry('en')
      const root = paint(fakePanel(shown({ ...snapshot, risk: { ...snapshot.risk, band } })))
      const path = root.querySelector('.chip path')
      return `${path?.getAttribute('d')} ${path?.getAttribute('fill')}`
    })
    expect(new Set(shapes).size).toBe(4)
  })

  test('shows its start and three reasons, the strongest first, and what the rest add up to', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    expect(textOf(root.querySelector('.reasons h2'))).toBe('Why 84 · starts from your typical customer45')
    expect(pointsOf(root)).toEqual([37, 20, -18])
    expect(textOf(root.querySelector('.reasons .link'))).toBe('2 more reasons')
  })

  test('adds up: start and every shown line make the score, closed and opened', () => {
    for (const snapshot of [angry('en'), quiet('en'), returned('en'), overlong('en')]) {
      const { start, score } = snapshot.risk
      const root = paint(fakePanel(shown(snapshot)))
      expect(sum([Number(start), ...pointsOf(root)])).toBe(score)
      const more = root.querySelector<HTMLButtonElement>('.reasons .link')
      if (!more) continue
      click(more)
      expect(sum([Number(start), ...pointsOf(root)])).toBe(score)
      expect(textOf(root.querySelector('.sum .points'))).toBe(`${score}`)
    }
  })

  test('without a figure gives its reason in words', () => {
    const said = text(state(shown(prospect('en'))))
    expect(said).toContain('Risk not known')
    expect(said).toContain('No purchase yet, so no risk of losing one')
  })

  test('without a percentage keeps the band and says why there is no number', () => {
    const why = { unknown: 'no percentage yet' }
    const snapshot = angry('en')
    const risk = {
      ...snapshot.risk,
      score: why,
      start: why,
      reasons: [],
      text: 'high, judged by the gap alone',
    }
    const root = paint(fakePanel(shown({ ...snapshot, risk })))
    expect(textOf(root.querySelector('.chip'))).toBe('High risk')
    expect(textOf(root.querySelector('.reasons'))).toContain('High, judged by the gap alone')
  })
})

describe('a figure', () => {
  test('says what it means on focus, and puts it away on Escape', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    const chip = root.querySelector<HTMLButtonElement>('.risk .figure')
    const meaning = document.getElementById(chip?.getAttribute('aria-describedby') ?? '')
    expect(textOf(meaning)).toMatch(/^Risk of leaving, 100 = worst/)
    expect(meaning?.hidden).toBe(true)
    click(chip as HTMLButtonElement)
    expect(meaning?.hidden).toBe(false)
    press(chip as HTMLButtonElement, 'Escape')
    expect(meaning?.hidden).toBe(true)
  })

  test('of which nothing is known shows its reason where the figure would be', () => {
    const said = text(state(shown(prospect('en'))))
    expect(said).toContain('no score yet')
    expect(said).toContain('0 of 3 purchases needed')
    expect(paint(fakePanel(shown(prospect('en')))).querySelector('.rhythm-picture')).toBeNull()
  })

  test('nothing logged never reads as nothing wrong', () => {
    expect(text(state(shown(quiet('en'))))).toContain('Nothing logged. That does not mean nothing is wrong.')
  })
})

describe('the pictures', () => {
  test('tell the same in words', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    const said = [...root.querySelectorAll('svg[role=img]')].map(svg =>
      oneSpaced(svg.getAttribute('aria-label') ?? ''),
    )
    expect(said[0]).toContain('4 Nov.')
    expect(said[0]).toContain('Today is 19 days after the last purchase.')
    expect(said[0]).toContain('from 28 Nov to 7 Dec')
    expect(said[1]).toContain('8 of 10, passive, 14 Jan')
    expect(said[1]).toContain('3 of 10, detractor, 6 Nov')
  })

  test('mark an old snapshot with its day instead of "today"', () => {
    const label = (now: number) =>
      oneSpaced(/today-label[^>]*>([^<]*)</.exec(html(state(shown(angry('en'))), 'en', now))?.[1] ?? '')
    expect(label(exampleNow)).toBe('today')
    expect(label(exampleNow + 2 * 86_400_000)).toBe('23 Nov')
  })
})

describe('what we owe', () => {
  test('is the answer to a low score, with how late it is', () => {
    expect(text(state(shown(angry('en'))))).toContain('An answer to the 3/10 of 6 Nov 13 days late')
  })

  test('is not late on the day it is due', () => {
    const snapshot = angry('en')
    const [latest] = snapshot.nps.history.slice(-1)
    const due = { ...snapshot, nps: { ...snapshot.nps, latest: { ...latest, followUpDue: '2026-11-23' } } }
    const said = text(state(shown(due as typeof snapshot)))
    expect(said).toContain('due 23 Nov')
    expect(said).not.toContain('late')
  })
})

describe('the last known snapshot', () => {
  test('carries its age and why it is not newer', () => {
    expect(text(exampleStates('en')['last-known-offline'] ?? null)).toContain(
      'As of 3 hr ago — offline, trying again',
    )
  })

  test('is asked for again on a press', () => {
    const panel = fakePanel(exampleStates('en')['last-known-slow']?.view ?? null)
    click(button(paint(panel), 'Try now'))
    expect(panel.refreshed).toBe(1)
  })

  test('is silent while it is only being refreshed', () => {
    expect(text(exampleStates('en').refreshing ?? null)).not.toContain('As of')
  })
})

describe('the chooser', () => {
  test('chooses the pressed customer and no other', () => {
    const panel = fakePanel(exampleStates('en').several?.view ?? null)
    const root = paint(panel)
    click(root.querySelectorAll('button')[1] as HTMLButtonElement)
    expect(panel.chosen).toEqual(['c-irma'])
  })

  test('is walked with the arrow keys', () => {
    const root = paint(fakePanel(exampleStates('en').several?.view ?? null))
    const [first, second] = root.querySelectorAll('button')
    first?.focus()
    press(first as HTMLButtonElement, 'ArrowDown')
    expect(document.activeElement).toBe(second)
    press(second as HTMLButtonElement, 'ArrowUp')
    expect(document.activeElement).toBe(first)
  })

  test('takes back a wrong match from the customer itself', () => {
    const panel = fakePanel(shown(returned('en')))
    const root = paint(panel)
    click(button(root, 'not them?'))
    click(root.querySelector<HTMLButtonElement>('.candidate') as HTMLButtonElement)
    expect(panel.chosen).toEqual(['c-irma'])
  })
})

describe('"More"', () => {
  test('holds every figure with its meaning, the moment and the settings version', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    click(button(root, 'More …'))
    const sheet = root.querySelector('dialog')
    for (const { label, meaning } of angry('en').facts) {
      expect(textOf(sheet)).toContain(label)
      expect(textOf(sheet)).toContain(meaning)
    }
    expect(textOf(sheet)).toContain('23 Nov, 11:58')
    expect(textOf(sheet)).toContain('Settings version1')
    expect(textOf(sheet)).toContain('ruta@baltic-print.example')
  })

  test('gives the focus back when it closes', () => {
    const root = paint(fakePanel(shown(angry('en'))))
    const more = button(root, 'More …')
    more.focus()
    click(more)
    click(button(root, 'Close'))
    expect(root.querySelector('dialog')).toBeNull()
    expect(document.activeElement).toBe(more)
  })
})

describe('another customer', () => {
  test('closes what was open for the one before', () => {
    const panel = fakePanel(shown(angry('en')))
    const root = paint(panel)
    click(button(root, '+ Annoyed by'))
    expect(root.querySelector('dialog')).not.toBeNull()
    panel.show(shown(quiet('en')), 2)
    expect(root.querySelector('dialog')).toBeNull()
    expect(textOf(root)).not.toContain('Rūta')
  })

  test('is announced once, and a refresh is silent', () => {
    const panel = fakePanel(shown(angry('en')))
    const root = paint(panel)
    const status = () => root.querySelector('[role=status]')?.textContent
    const said = status()
    expect(said).toContain('Rūta Jankauskienė')
    panel.show(shown(angry('en'), { freshness: 'refreshing' }))
    expect(status()).toBe(said)
    panel.show({ is: 'settling' }, 2)
    expect(status()).toBe('')
  })
})

test('foreign text is shown, never run', () => {
  const snapshot = angry('en')
  const name = '<img src=x onerror=alert(1)>'
  const root = paint(
    fakePanel(shown({ ...snapshot, customer: { ...snapshot.customer, name, company: name } })),
  )
  expect(root.querySelector('img')).toBeNull()
  expect(textOf(root.querySelector('.name'))).toBe(name)
})

test('a state that cannot be drawn leaves a sentence and a way out', () => {
  const broken = { ...angry('en'), gap: null } as unknown as ReturnType<typeof angry>
  const panel = fakePanel(shown(broken))
  const root = paint(panel)
  expect(textOf(root)).toContain('This could not be shown')
  click(button(root, 'Try again'))
  expect(panel.refreshed).toBe(1)
  panel.show(shown(angry('en')), 2)
  expect(textOf(root.querySelector('h1'))).toBe('Rūta Jankauskienė')
})

/** The points that stand in the reasons block, line by line. */
function pointsOf(root: Element): number[] {
  return [...root.querySelectorAll('.reasons .reason:not(h2):not(.sum) .points')].map(points =>
    Number(textOf(points).replace('−', '-')),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
