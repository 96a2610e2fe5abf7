import { describe, expect, test } from 'vitest'
import { angry, pending, quiet, shown } from './example-states.ts'
import { fakePanel } from './fake-panel.ts'
import { button, click, paint, press, textOf, type } from './paint.tsx'

function open(view = shown(angry('en'))) {
  const panel = fakePanel(view)
  const root = paint(panel)
  const opener = button(root, '+ Annoyed by')
  opener.focus()
  click(opener)
  return { panel, root, opener }
}

const filter = (root: Element) => root.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement
const note = (root: Element) => root.querySelector('textarea') as HTMLTextAreaElement
const options = (root: Element) => [...root.querySelectorAll('[role=option]')]
const selected = (root: Element) => textOf(root.querySelector('[aria-selected=true]'))

describe('logging an irritant', () => {
  test('takes two steps: a category, then "Log"', () => {
    const { panel, root } = open(shown(quiet('en')))
    click(options(root)[3] as HTMLElement)
    click(button(root, 'Log'))
    expect(panel.logged).toEqual([{ customerId: 'c-medzio', category: 'promise-not-kept', note: null }])
    expect(root.querySelector('dialog')).toBeNull()
  })

  test('shows the entry at once, marked as on its way', () => {
    const { root } = open(shown(quiet('en')))
    click(options(root)[9] as HTMLElement)
    type(note(root), ' three days without a word ')
    click(button(root, 'Log'))
    expect(textOf(root.querySelector('.irritant-name'))).toBe('three days without a word')
    expect(textOf(root.querySelector('.pending'))).toBe('just now — saving… · take back')
  })

  test('sends the note trimmed, and none where nothing was written', () => {
    const { panel, root } = open()
    click(options(root)[0] as HTMLElement)
    type(note(root), '  same again  ')
    press(note(root), 'Enter')
    expect(panel.logged[0]?.note).toBe('same again')
  })

  test('works without a mouse: type, walk, Enter, Enter', () => {
    const { panel, root } = open()
    expect(document.activeElement).toBe(filter(root))
    type(filter(root), 'slow')
    expect(options(root).map(textOf)).toEqual(['Slow answers', 'Slow delivery'])
    press(filter(root), 'ArrowDown')
    expect(selected(root)).toBe('Slow delivery')
    press(filter(root), 'Enter')
    expect(document.activeElement).toBe(note(root))
    press(note(root), 'Enter')
    expect(panel.logged[0]?.category).toBe('slow-delivery')
  })

  test('walks round at both ends of the list', () => {
    const { root } = open()
    press(filter(root), 'ArrowUp')
    expect(selected(root)).toBe(textOf(options(root).at(-1) ?? null))
    press(filter(root), 'ArrowDown')
    expect(selected(root)).toBe(textOf(options(root)[0] ?? null))
  })

  test('does not log while a character is being composed', () => {
    const { panel, root } = open()
    click(options(root)[0] as HTMLElement)
    press(note(root), 'Enter', { isComposing: true })
    press(note(root), 'Enter', { shiftKey: true })
    expect(panel.logged).toEqual([])
  })

  test('puts what this customer already met first, and says how often', () => {
    const { root } = open()
    expect(textOf(options(root)[0] ?? null)).toBe('Small mistakes again and again3 times so far')
    click(options(root)[0] as HTMLElement)
    expect(textOf(root.querySelector('dialog'))).toContain(
      'Again: 4th time. Regular repeats drive people away.',
    )
  })

  test('counts what is still on its way', () => {
    const { root } = open(shown(angry('en'), { pending: [pending('waiting', 'small-mistakes', null)] }))
    expect(textOf(root.querySelector('.pending'))).toContain('again, 4th time — saving…')
    click(options(root)[0] as HTMLElement)
    expect(textOf(root.querySelector('dialog'))).toContain('Again: 5th time')
  })

  test('says what to do where nothing in the list fits', () => {
    const { root } = open()
    type(filter(root), 'zzz')
    expect(options(root)).toEqual([])
    expect(textOf(root.querySelector('dialog'))).toContain('Take the nearest')
    press(filter(root), 'Enter')
    expect(root.querySelector('textarea')).toBeNull()
  })

  test('gives the focus back to its button when it is put away', () => {
    const { panel, root, opener } = open()
    click(button(root, 'Cancel'))
    expect(panel.logged).toEqual([])
    expect(document.activeElement).toBe(opener)
  })
})

describe('an entry on its way', () => {
  test('"will be sent" while the Worker is away', () => {
    const view = shown(angry('en'), {
      freshness: 'offline',
      pending: [pending('waiting', 'rude-staff', null)],
    })
    expect(textOf(paint(fakePanel(view)).querySelector('.pending'))).toContain('just now — will be sent')
  })

  test('can be taken back', () => {
    const panel = fakePanel(shown(angry('en'), { pending: [pending('waiting', 'rude-staff', null)] }))
    click(button(paint(panel), 'take back'))
    expect(panel.discarded).toEqual(['key-rude-staff-waiting'])
  })

  test('says that it was refused, and can be discarded', () => {
    const panel = fakePanel(shown(angry('en'), { pending: [pending('refused', 'rude-staff', null)] }))
    const root = paint(panel)
    expect(textOf(root.querySelector('.pending'))).toContain('Holdfast did not accept this entry.')
    click(button(root, 'discard'))
    expect(panel.discarded).toEqual(['key-rude-staff-refused'])
  })

  test('is told to screen readers, and its confirmation is silent', () => {
    const panel = fakePanel(shown(angry('en'), { pending: [pending('waiting', 'rude-staff', null)] }))
    const root = paint(panel)
    const statuses = () => [...root.querySelectorAll('.unseen[role=status]')].map(textOf)
    expect(statuses()[1]).toBe('Rude staff: saving…')
    const [who] = statuses()
    panel.show(shown(angry('en')))
    expect(statuses()).toEqual([who, ''])
  })
})
