// The shape of a risk band: with the word and the colour, the third way to tell the bands apart.

import type { BandId } from '../../shared/snapshot.ts'

const shapes: Record<BandId, { width: number; path: string }> = {
  low: { width: 10, path: 'M1 2.5h8L5 9z' },
  watch: { width: 10, path: 'M5 .8 9.2 5 5 9.2.8 5z' },
  high: { width: 10, path: 'M5 1l4.2 8H.8z' },
  'very-high': { width: 19, path: 'M5 1l4.2 8H.8zM14 1l4.2 8H9.8z' },
}

export function RiskShape({ band }: { band: BandId }) {
  const { width, path } = shapes[band]
  return (
    <svg class="risk-shape" width={width} height="10" viewBox={`0 0 ${width} 10`} aria-hidden="true">
      <path
        d={path}
        fill={band === 'low' ? 'none' : 'currentColor'}
        stroke="currentColor"
        stroke-linejoin="round"
      />
    </svg>
  )
}
