// Everything that can mend itself: formatting, import order, safe lint fixes.

import { runSteps } from './steps.ts'

await runSteps([{ what: 'lint and format', run: ['biome', 'check', '--write', '.'] }])
