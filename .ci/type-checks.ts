// One TypeScript program for each place the code runs in, since each has other globals.

import type { Step } from './steps.ts'

export const typeChecks: Step[] = [
  '.',
  'worker',
  'extension',
  'test',
  'test/worker',
  '.ci',
  'test/hosts/demo-crm/app',
].map(place => ({
  what: `types in ${place === '.' ? 'shared' : place}`,
  run: ['tsc', '-p', place],
}))
