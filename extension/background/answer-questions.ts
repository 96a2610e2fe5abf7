// Keeps every panel at its page's newest question: readings come in, look-ups run, states go out.
// Which panel belongs to which page is panels.ts's knowledge, what a look-up does look-up.ts's.

import type { Locale } from '../../shared/locale.ts'
import type { PanelView } from '../panel-state.ts'
import { localeOf } from '../preferences.ts'
import type { StoredQuestion } from '../stored.ts'
import { allViews, begin, setView, viewOf } from './current-views.ts'
import { lookUp } from './look-up.ts'
import { pendingOf } from './outbox.ts'
import { tellPanels } from './panels.ts'
import { readPreferences } from './preferences.ts'
import { keepChoice, keepQuestion, type PageKey, readQuestion } from './questions.ts'
import { signedIn } from './session.ts'

type Clock = () => number

/** A page read something. Once this resolves it is kept; the look-up goes on behind it. */
export async function takeReading(question: StoredQuestion, clock: Clock): Promise<void> {
  const signal = begin(question, question.question)
  if (signal && (await keepQuestion(question))) void answer(question, signal, clock)
}

/** Of several candidates, the member chose one; too late where the page moved on. */
export async function chooseCandidate(
  key: PageKey,
  question: number,
  customerId: string,
  clock: Clock,
): Promise<void> {
  const chosen = await keepChoice(key, question, customerId)
  if (chosen) await answerAgain(chosen, clock)
}

/** Shows a panel that has just opened what its page shows already, or finds it out. */
export async function showNow(key: PageKey, clock: Clock): Promise<void> {
  const shown = viewOf(key)
  if (shown) return tellPanels(key, { say: 'state', state: shown })
  const question = await readQuestion(key)
  if (!question) return
  const signal = begin(key, question.question)
  if (signal) await answer(question, signal, clock)
}

/** Asks the Worker again for what a page shows. */
export async function refresh(key: PageKey, clock: Clock): Promise<void> {
  const question = await readQuestion(key)
  if (question) await answerAgain(question, clock)
}

/** Asks again for every page that shows this customer: something about them was written. */
export async function refreshCustomer(customerId: string, clock: Clock): Promise<void> {
  const showing = allViews().filter(({ view }) => customerOf(view) === customerId)
  await Promise.all(showing.map(({ key }) => refresh(key, clock)))
}

/** Somebody signed in or out, or the network came back. */
export async function refreshAll(clock: Clock): Promise<void> {
  await Promise.all(allViews().map(({ key }) => refresh(key, clock)))
}

/** What is pending about a customer has changed; everything else stays as it is shown. */
export async function showPending(customerId: string): Promise<void> {
  const session = await signedIn()
  if (!session) return
  const pending = await pendingOf(session, customerId)
  for (const { key, view } of allViews()) {
    if (view.is === 'customer' && customerOf(view) === customerId) showView(key, { ...view, pending })
  }
}

async function answerAgain(question: StoredQuestion, clock: Clock): Promise<void> {
  const signal = begin(question, question.question)
  if (signal) await answer(question, signal, clock, true)
}

async function answer(
  question: StoredQuestion,
  signal: AbortSignal,
  clock: Clock,
  again = false,
): Promise<void> {
  const show = (view: PanelView) => showView(question, view)
  try {
    await lookUp({ question, readLocale, clock, signal, again, show })
  } catch {
    // The browser's own storage failed: the panel says so, and its member can try again.
    if (!signal.aborted) show({ is: 'trouble', trouble: 'failing' })
  }
}

function showView(key: PageKey, view: PanelView): void {
  setView(key, view)
  const state = viewOf(key)
  if (state) tellPanels(key, { say: 'state', state })
}

function customerOf(view: PanelView): string | null {
  return view.is === 'customer' ? view.snapshot.customer.id : null
}

async function readLocale(): Promise<Locale> {
  return localeOf(await readPreferences())
}
