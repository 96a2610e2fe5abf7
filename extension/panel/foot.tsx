// What can be done here, always at the same place; without a customer the actions rest.

import { useReader } from '../reader.ts'

export function Foot({ log, more }: { log?: () => void; more?: () => void }) {
  const { words } = useReader()
  return (
    <footer class="foot">
      <button type="button" class="button" disabled={!log} onClick={log} aria-haspopup="dialog">
        {words.panel.logIrritant}
      </button>
      <button type="button" class="button" disabled={!more} onClick={more} aria-haspopup="dialog">
        {words.panel.more}
      </button>
    </footer>
  )
}
