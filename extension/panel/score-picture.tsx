// The scores without axes: a dot with its number each, on promoter ground above and detractor ground below.

import type { ScoreEntry } from '../../shared/snapshot.ts'
import { useReader } from '../reader.ts'
import { useDays } from './use-days.ts'

const mostDots = 8
const highest = 10
const top = 9
const heightOfOne = 3.4
/** Half-way between two groups: 8|9 and 6|7. */
const promoterFrom = 8.5
const detractorTo = 6.5

const y = (score: number) => top + (highest - score) * heightOfOne

export function ScorePicture({ history }: { history: readonly ScoreEntry[] }) {
  const { words } = useReader()
  const { dayAt } = useDays()
  const { scorePicture, scoreOn, groups } = words.panel
  const entries = history.slice(-mostDots)
  const x = (index: number) => `${entries.length > 1 ? (index / (entries.length - 1)) * 100 : 50}%`
  const hasDetractor = entries.some(({ group }) => group === 'detractor')
  const said = entries.map(({ score, group, at }) => scoreOn(score, groups[group], dayAt(at))).join('; ')
  return (
    <svg class="picture score-picture" role="img" aria-label={scorePicture(said)}>
      <rect class="ground promoters" y={y(highest)} height={y(promoterFrom) - y(highest)} />
      <rect
        class={hasDetractor ? 'ground detractors' : 'ground detractors empty'}
        y={y(detractorTo)}
        height={y(0) - y(detractorTo)}
      />
      {entries.slice(1).map(({ id, score }, index) => (
        <line
          key={id}
          class="between"
          x1={x(index)}
          y1={y(entries[index]?.score ?? score)}
          x2={x(index + 1)}
          y2={y(score)}
        />
      ))}
      {entries.map(({ id, score, group }, index) => (
        <g key={id} class={group}>
          <circle cx={x(index)} cy={y(score)} r="8" />
          <text x={x(index)} y={y(score)} dy="3.4" text-anchor="middle">
            {score}
          </text>
        </g>
      ))}
    </svg>
  )
}
