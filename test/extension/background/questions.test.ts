import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  keepChoice,
  keepQuestion,
  readQuestion,
  readTabQuestion,
  tabsOfHost,
} from '../../../extension/background/questions.ts'
import { forgetAllTabs, forgetTab } from '../../../extension/background/tabs.ts'
import type { SentReading } from '../../../extension/messages.ts'
import type { StoredQuestion } from '../../../extension/stored.ts'
import { mail, now, useFreshDatabase } from './kept.ts'

useFreshDatabase()

const key = { tabId: 7, page: 'page-one' }

function ask(
  question: number,
  reading: SentReading = { missing: 'no-customer' },
  page = key.page,
): StoredQuestion {
  return { ...key, page, question, host: 'gmail', reading, chosen: null, at: now }
}

test('the newest question stays, in whatever order they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), async order => {
      await forgetAllTabs()
      await Promise.all(order.map(question => keepQuestion(ask(question))))
      expect((await readQuestion(key))?.question).toBe(Math.max(...order))
    }),
    { numRuns: 30 },
  )
})

test('a page that settles never takes back what it then read', async () => {
  const reading = { found: [mail('anna@example.com')], rules: ['sender-2026-11'] }
  expect(await keepQuestion(ask(3, { settling: true }))).toBe(true)
  expect(await keepQuestion(ask(3, reading))).toBe(true)
  expect(await keepQuestion(ask(3, { settling: true }))).toBe(false)
  expect((await readQuestion(key))?.reading).toEqual(reading)
})

test('a tab has one question: that of the document that stands in it', async () => {
  await keepQuestion(ask(9))
  await keepQuestion(ask(1, { settling: true }, 'page-two'))
  expect(await readQuestion(key)).toBeNull()
  expect(await readTabQuestion(7)).toMatchObject({ page: 'page-two' })
})

test('a choice belongs to the question it was made for', async () => {
  await keepQuestion(ask(4, { several: [mail('a@example.com'), mail('b@example.com')] }))
  expect(await keepChoice(key, 4, 'cus-1')).toMatchObject({ chosen: 'cus-1' })
  await keepQuestion(ask(5))
  expect(await keepChoice(key, 4, 'cus-1')).toBeNull()
  expect((await readQuestion(key))?.chosen).toBeNull()
})

test('a closed tab leaves nothing behind', async () => {
  await keepQuestion(ask(1))
  expect(await tabsOfHost('gmail')).toEqual([7])
  await forgetTab(7)
  expect(await tabsOfHost('gmail')).toEqual([])
  expect(await readQuestion(key)).toBeNull()
})
