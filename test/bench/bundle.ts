// content-script-bytes, worker-bundle, worker-startup: what is sent to browsers and to Cloudflare.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { root } from '../../.ci/steps.ts'
import type { BenchResult } from './result.ts'

const run = promisify(execFile)
const binaries = join(root, 'node_modules', '.bin')
const mostScriptBytes = 40_000
const mostBundleBytes = 400_000
const mostStartupMs = 50

/** Builds both sides anew. */
export async function benchBundle(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bundle-'))
  try {
    await run(join(binaries, 'wxt'), ['build'], { cwd: root })
    const { size } = await stat(join(root, '.output', 'chrome-mv3', 'page.js'))
    await wrangler('deploy', '--dry-run', '--outdir', folder)
    const bundle = gzipSync(await readFile(join(folder, 'index.js'))).byteLength
    const profile = join(folder, 'startup.cpuprofile')
    await wrangler('check', 'startup', '--outfile', profile)
    const startup = busyMs(JSON.parse(await readFile(profile, 'utf8')))
    return [
      result('content-script-bytes', size, 'bytes', mostScriptBytes),
      result('worker-bundle', bundle, 'bytes', mostBundleBytes),
      result('worker-startup', startup, 'ms', mostStartupMs),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function wrangler(...args: string[]) {
  const env = {
    ...process.env,
    CI: '1',
    WRANGLER_SEND_METRICS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  }
  return run(join(binaries, 'wrangler'), args, { cwd: root, env })
}

function result(name: string, value: number, unit: string, most: number): BenchResult {
  return { name, value, unit, baseline: null, ratio: null, budget: `<= ${most}`, ok: value <= most }
}

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string } }[]
  samples: number[]
  timeDeltas: number[]
}

/** Milliseconds in which the profile saw the Worker's own code run. */
function busyMs({ nodes, samples, timeDeltas }: CpuProfile): number {
  const waiting = new Set(
    nodes
      .filter(({ callFrame }) => ['(idle)', '(program)'].includes(callFrame.functionName))
      .map(({ id }) => id),
  )
  const busy = samples.map((node, index) => (waiting.has(node) ? 0 : (timeDeltas[index] ?? 0)))
  return busy.reduce((sum, delta) => sum + delta, 0) / 1000
}
