// Why the risk is what it is: the start, the reasons with their points, and behind them the rest. They add up.

import { useState } from 'preact/hooks'
import { asSentence, count } from '../../shared/locale.ts'
import type { Reason, Snapshot } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'

/** The face shows the three that move the risk most. */
const mostReasons = 3

export function Reasons({ snapshot }: { snapshot: Snapshot }) {
  const { words, locale } = useReader()
  const say = words.panel
  const { score, start, reasons, text } = snapshot.risk
  if (typeof score !== 'number' || typeof start !== 'number') {
    return (
      <section class="reasons">
        <h2 class="reason secondary">{say.whyUnknown}</h2>
        <p class="muted">{asSentence(locale, text)}</p>
      </section>
    )
  }
  const ordered = reasons.toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
  const face = ordered.slice(0, mostReasons)
  const rest = ordered.slice(mostReasons)
  return (
    <section class="reasons">
      <h2 class="reason secondary">
        <span>
          {say.why(score)} · {say.startsFrom}
        </span>
        <span class="points">{start}</span>
      </h2>
      <ReasonList reasons={face} />
      {rest.length > 0 && <OtherReasons reasons={rest} score={score} />}
    </section>
  )
}

function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul>
      {reasons.map(({ id, points, text }) => (
        <li key={id} class="reason">
          <span dir="auto" class="reason-text" title={text}>
            {text}
          </span>
          {points !== 0 && <span class="points">{signed(points)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The rest as one line with its sum, so that the face adds up; opened, each for itself and the total. */
function OtherReasons({ reasons, score }: { reasons: readonly Reason[]; score: number }) {
  const { words, locale } = useReader()
  const { otherReasons, sum, risk } = words.panel
  const [isOpen, setOpen] = useState(false)
  const points = reasons.reduce((total, reason) => total + reason.points, 0)
  return (
    <>
      <div class="reason">
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {count(locale, otherReasons, reasons.length)}
        </button>
        {!isOpen && points !== 0 && <span class="points muted">{signed(points)}</span>}
      </div>
      {isOpen && (
        <>
          <ReasonList reasons={reasons} />
          <p class="reason sum">
            <span>
              {sum} <span class="secondary">({risk.polarity})</span>
            </span>
            <b class="points">{score}</b>
          </p>
        </>
      )}
    </>
  )
}

/** `+20`, `−18` with a true minus. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`
}
