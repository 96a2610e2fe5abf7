import { browser } from 'wxt/browser'
import { panelPort } from '../../messages.ts'
import { mountPanelView } from '../../panel/mount-panel-view.tsx'
import { afterPaint, waitWhileSeen } from '../../panel/painting.ts'
import { connectPanel, readAddress } from '../../panel/panel-connection.ts'

const root = document.getElementById('root')
const { nonce, scheme } = readAddress(location.hash)
if (root) {
  const panel = connectPanel({
    openPort: () => browser.runtime.connect({ name: panelPort }),
    nonce,
    clock: Date.now,
    makeKey: () => crypto.randomUUID(),
    afterPaint,
    wait: waitWhileSeen,
  })
  mountPanelView(root, panel, scheme)
}
