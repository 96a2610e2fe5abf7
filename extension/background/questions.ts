// The latest question of every tab's page, kept so that a killed worker goes on where it was. Numbers are compared inside one transaction: however writes interleave, the newest question stays.

import type { StoredQuestion } from '../stored.ts'
import { database } from './database.ts'

/** One document in one tab. */
export interface PageKey {
  tabId: number
  page: string
}

/**
 * Keeps a question in place of what its tab asked before.
 * @returns whether it is the page's newest: false where a newer one (or this one, settled) is already kept.
 */
export async function keepQuestion(question: StoredQuestion): Promise<boolean> {
  const change = (await database()).transaction('questions', 'readwrite')
  const before = await change.store.get([question.tabId, question.page])
  const isNewest = !before || isNewer(question, before)
  if (isNewest) {
    const leaving = await change.store.index('tab').getAllKeys(question.tabId)
    await Promise.all(leaving.map(key => change.store.delete(key)))
    await change.store.put(question)
  }
  await change.done
  return isNewest
}

/** @returns the question with the choice, or null where it is no longer the newest. */
export async function keepChoice(
  { tabId, page }: PageKey,
  question: number,
  customerId: string,
): Promise<StoredQuestion | null> {
  const change = (await database()).transaction('questions', 'readwrite')
  const kept = await change.store.get([tabId, page])
  const chosen = kept?.question === question ? { ...kept, chosen: customerId } : null
  if (chosen) await change.store.put(chosen)
  await change.done
  return chosen
}

export async function readQuestion({ tabId, page }: PageKey): Promise<StoredQuestion | null> {
  return (await (await database()).get('questions', [tabId, page])) ?? null
}

/** The question of whatever document stands in a tab. */
export async function readTabQuestion(tabId: number): Promise<StoredQuestion | null> {
  return (await (await database()).getFromIndex('questions', 'tab', tabId)) ?? null
}

/** Tabs in which a host's page was read. */
export async function tabsOfHost(host: string): Promise<number[]> {
  const questions = await (await database()).getAll('questions')
  return questions.filter(question => question.host === host).map(({ tabId }) => tabId)
}

function isNewer(question: StoredQuestion, before: StoredQuestion): boolean {
  if (question.question !== before.question) return question.question > before.question
  return !('settling' in question.reading)
}
