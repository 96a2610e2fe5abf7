// Everything: types, lint, unit tests, the Worker in workerd, the extension in real browsers.

import { ensureVirtualDisplay } from '../test/e2e/virtual-display.ts'
import { ensureChromium } from './chromium.ts'
import { ensureFirefox } from './firefox.ts'
import { runSteps } from './steps.ts'
import { typeChecks } from './type-checks.ts'

const chromium = await ensureChromium()
await ensureFirefox()
await ensureVirtualDisplay()

await runSteps([
  ...typeChecks,
  { what: 'lint and format', run: ['biome', 'check', '--error-on-warnings', '.'] },
  {
    what: 'unit tests, and the Worker in workerd',
    run: ['vitest', 'run', '--project', 'shared', '--project', 'extension', '--project', 'worker'],
  },
  { what: 'build the extension for Chrome', run: ['wxt', 'build'] },
  { what: 'build the extension for Firefox', run: ['wxt', 'build', '--browser', 'firefox'] },
  { what: 'build the extension for the browser tests', run: ['wxt', 'build', '--mode', 'test'] },
  { what: 'browser tests', run: ['vitest', 'run', '--project', 'browser'], env: { CHROMIUM_PATH: chromium } },
])
