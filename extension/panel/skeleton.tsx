// A customer is being looked up: the panel's own shape, empty, so that nothing moves when the answer comes.

import { useReader } from '../reader.ts'
import { Foot } from './foot.tsx'

export function Skeleton({ evidence }: { evidence: string }) {
  const { words } = useReader()
  return (
    <>
      <div class="body skeleton">
        <h1 class="unseen">{words.panel.loading}</h1>
        <header class="header">
          <div class="who">
            <p class="name">
              <span class="bone" />
            </p>
            <p class="company">
              <span class="bone short" />
            </p>
          </div>
          <div class="risk">
            <span class="chip bone-chip" />
            <div class="secondary">&nbsp;</div>
          </div>
          <p class="evidence secondary" dir="auto" title={evidence}>
            {words.panel.lookingUp(evidence)}
          </p>
        </header>
        <p class="verdict">
          <span class="bone wide" />
        </p>
        <div class="rows">
          <div class="row">
            <span class="label">
              <span class="bone" />
            </span>
            <p>
              <span class="bone wide" />
              <span class="bone" />
            </p>
          </div>
        </div>
        <div class="block">
          <p class="line">
            <span class="bone" />
          </p>
          <div class="picture rhythm-picture bone-picture" />
        </div>
        <div class="block">
          <p class="line">
            <span class="bone" />
          </p>
          <div class="picture score-picture bone-picture" />
        </div>
        <div class="reasons">
          {['', 'wide', '', 'short'].map((width, row) => (
            <p key={row} class="reason">
              <span class={`bone ${width}`} />
            </p>
          ))}
        </div>
      </div>
      <Foot />
    </>
  )
}
