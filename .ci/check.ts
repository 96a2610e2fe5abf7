// Types, lint, format and unit tests, in seconds.

import { runTogether } from './steps.ts'
import { typeChecks } from './type-checks.ts'

await runTogether([
  ...typeChecks,
  { what: 'lint and format', run: ['biome', 'check', '--error-on-warnings', '.'] },
  {
    what: 'unit tests',
    run: [
      'vitest',
      'run',
      '--project',
      'shared',
      '--project',
      'extension',
      '--silent=passed-only',
      '--reporter=dot',
    ],
  },
])
