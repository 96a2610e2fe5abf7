// Everything known about the customer: each figure with its meaning, the scores and notes in full, and how fresh it is.

import { asSentence, formatMoment } from '../../shared/locale.ts'
import { parseInstant } from '../../shared/time.ts'
import type { PanelView } from '../panel-state.ts'
import { useReader } from '../reader.ts'
import { isTrouble } from './pending-word.ts'
import { Sheet } from './sheet.tsx'
import { useDays } from './use-days.ts'

interface Props {
  view: Extract<PanelView, { is: 'customer' }>
  refresh: () => void
  close: () => void
}

export function AllFigures({ view, refresh, close }: Props) {
  const { words, locale, timeZone } = useReader()
  const say = words.panel.all
  const { snapshot, match, freshness } = view
  const asOf = parseInstant(snapshot.asOf)
  const state = isTrouble(freshness) ? words.panel.trouble[freshness] : say[freshness]
  return (
    <Sheet title={say.title} size="full" close={close} closeLabel={say.close}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs a way in for the keyboard. */}
      <section class="all" tabIndex={0} aria-label={say.title}>
        <dl class="facts">
          {snapshot.facts.map(({ id, label, text, tone, meaning }) => (
            <div key={id} class="fact">
              <dt class="label">{label}</dt>
              <dd class={tone === 'bad' ? 'bad-ink' : undefined} dir="auto">
                {asSentence(locale, text)}
              </dd>
              <dd class="secondary">{meaning}</dd>
            </div>
          ))}
        </dl>
        <Scores view={view} />
        <Notes view={view} />
        <dl class="receipt">
          <Entry label={say.matched} text={`${words.panel.matchedBy[match.by]}: ${match.evidence}`} />
          <Entry
            label={say.asOf}
            text={asOf === null ? snapshot.asOf : formatMoment(locale, asOf, timeZone)}
          />
          <Entry label={say.settingsVersion} text={`${snapshot.settingsVersion}`} />
          <Entry label={say.freshness} text={state} />
        </dl>
      </section>
      <div class="sheet-foot">
        <button type="button" class="button" onClick={refresh} disabled={freshness === 'refreshing'}>
          {say.refresh}
        </button>
      </div>
    </Sheet>
  )
}

function Entry({ label, text }: { label: string; text: string }) {
  return (
    <div class="row">
      <dt class="label">{label}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  )
}

function Scores({ view: { snapshot } }: Pick<Props, 'view'>) {
  const { words } = useReader()
  const { dayAt } = useDays()
  const { all, scoreOn, groups, quote, followedUp } = words.panel
  const newestFirst = snapshot.nps.history.toReversed()
  if (newestFirst.length === 0) return null
  return (
    <section>
      <h3 class="label">{all.scores}</h3>
      <ul class="entries">
        {newestFirst.map(({ id, score, group, at, comment, followedUpAt }) => (
          <li key={id}>
            {scoreOn(score, groups[group], dayAt(at))}
            {followedUpAt && <span class="secondary"> · {followedUp(dayAt(followedUpAt))}</span>}
            {comment && (
              <p class="secondary full" dir="auto">
                {quote(comment)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ view: { snapshot } }: Pick<Props, 'view'>) {
  const { words } = useReader()
  const { day, dayAt } = useDays()
  const { all, timesLogged, notSolved, solved, dashed } = words.panel
  if (snapshot.irritants.length === 0) return null
  return (
    <section>
      <h3 class="label">{all.irritants}</h3>
      <ul class="entries">
        {snapshot.irritants.map(({ id, name, count, days, note, solvedAt }) => (
          <li key={id}>
            <span dir="auto">{timesLogged(name, count)}</span>
            <p class="secondary">
              {dashed(days.map(day).join(' · '), solvedAt === null ? notSolved : solved(dayAt(solvedAt)))}
            </p>
            {note && (
              <p class="secondary full" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
