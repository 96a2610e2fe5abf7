// One category that annoys: what exactly, how often, when, solved or not, and what is still on its way.

import type { IrritantGroup } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { Explained } from './explained.tsx'
import { type IrritantLine, regularFrom } from './irritant-lines.ts'
import { PendingMark } from './pending-mark.tsx'
import type { Freshness } from './pending-word.ts'
import { useDays } from './use-days.ts'

/** More dates than these stand with their first and their last two; all of them are behind "more". */
const mostDays = 4

interface Props {
  line: IrritantLine
  freshness: Freshness
  discard: (key: string) => void
}

export function IrritantItem({ line, freshness, discard }: Props) {
  const { group, name, pending } = line
  const said = group?.note ?? pending.at(-1)?.entry.note ?? name
  return (
    <li class={group?.solvedAt ? 'irritant solved' : 'irritant'}>
      <span class="irritant-name" dir="auto" title={said}>
        {said}
      </span>
      {group && <Occurrences group={group} />}
      {pending.map(entry => (
        <PendingMark key={entry.entry.key} pending={entry} freshness={freshness} discard={discard} />
      ))}
    </li>
  )
}

function Occurrences({ group }: { group: IrritantGroup }) {
  const { words } = useReader()
  const { day, dayAt } = useDays()
  const say = words.panel
  const days = group.days.map(day)
  const shownDays = days.length > mostDays ? [days[0], '…', ...days.slice(-2)] : days
  const grade = group.solvedAt === null && group.count >= regularFrom ? 'count bad' : 'count'
  return (
    <>
      {group.count > 1 && (
        <>
          {' '}
          <Explained meaning={say.timesLogged(group.name, group.count)}>
            <span class={grade}>{say.times(group.count)}</span>
          </Explained>
        </>
      )}
      <span class="secondary irritant-days">
        {say.dashed(
          shownDays.join(' · '),
          group.solvedAt === null ? say.notSolved : say.solved(dayAt(group.solvedAt)),
        )}
      </span>
    </>
  )
}
