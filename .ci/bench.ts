// Every benchmark beside its baseline in the same run: one JSON line each on stdout, the rest on stderr. A part of
// a name as argument runs only the groups that hold it.

import { benchApi } from '../test/bench/api.ts'
import { benchBrowserImport } from '../test/bench/browser-import.ts'
import { benchBundle } from '../test/bench/bundle.ts'
import { benchFit } from '../test/bench/fit.ts'
import { benchPainting } from '../test/bench/painting.ts'
import type { BenchResult } from '../test/bench/result.ts'

interface Group {
  names: readonly string[]
  run(): Promise<BenchResult[]>
}

const say = (what: string) => console.error(`  ${what}`)

const groups: readonly Group[] = [
  { names: ['content-script-bytes', 'worker-bundle', 'worker-startup'], run: benchBundle },
  { names: ['reading-accepted', 'painted-known', 'painted-cold', 'burst-work'], run: benchPainting },
  { names: ['browser-import'], run: benchBrowserImport },
  { names: ['fit-100k', 'fit-1m'], run: benchFit },
  {
    names: ['lookup-panel', 'lookup-badges', 'lookup-at-100x', 'purchase-at-100x', 'rule-change', 'ingest'],
    run: () => benchApi(say),
  },
]

const [wanted = ''] = process.argv.slice(2)
for (const { names, run } of groups) {
  if (!names.some(name => name.includes(wanted))) continue
  console.error(names.join(', '))
  for (const result of await run()) console.log(JSON.stringify(result))
}
