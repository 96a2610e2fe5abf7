// Customers to choose from, each with what speaks for them. Arrow keys walk, Enter chooses.

import type { Candidate } from '../../shared/snapshot.ts'
import type { PanelActions } from './panel-actions.ts'

export function CandidateList({ candidates, panel }: { candidates: Candidate[]; panel: PanelActions }) {
  return (
    <ul class="candidates" onKeyDown={walk}>
      {candidates.map(({ customerId, name, evidence }) => (
        <li key={customerId}>
          <button type="button" class="candidate" onClick={() => panel.choose(customerId)}>
            <span class="candidate-name" dir="auto" title={name}>
              {name}
            </span>
            <span class="secondary" dir="auto" title={evidence}>
              {evidence}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const steps: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

function walk(event: preact.TargetedKeyboardEvent<HTMLUListElement>): void {
  const step = steps[event.key]
  if (!step) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const here =
    document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1
  buttons[Math.min(buttons.length - 1, Math.max(0, here + step))]?.focus()
  event.preventDefault()
}
