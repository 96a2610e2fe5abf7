// Once for all browser tests: a real Worker on an empty D1, filled with sample data through its API, and the demo
// host. Tests get the addresses and tokens and start browsers of their own.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../.ci/free-port.ts'
import { issueToken } from '../../.ci/issue-token.ts'
import { migrate, startWorker, withDatabase } from '../../.ci/local-worker.ts'
import { fillWorkspace } from '../../.ci/sample-workspace.ts'
import { startDemoCrm } from '../hosts/demo-crm/server.ts'
import { generateSampleData } from '../sample-data/generate.ts'
import { sampleCustomers } from './provided.ts'

export default async function startEverything({ provide }: TestProject): Promise<() => Promise<void>> {
  const now = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'))
  await migrate(folder)
  const request = {
    role: 'admin',
    workspace: 'Demo',
    timeZone: 'UTC',
    currency: 'EUR',
    region: 'LT',
  } as const
  const { token, emptyToken, importToken } = await withDatabase(folder, async db => ({
    token: await issueToken(db, request, now),
    emptyToken: await issueToken(db, { ...request, workspace: 'Empty' }, now),
    importToken: await issueToken(db, { ...request, workspace: 'Import' }, now),
  }))
  const worker = await startWorker(await freePort(), folder)
  const sample = generateSampleData({ now, customers: sampleCustomers })
  await fillWorkspace(worker.url, token, sample, () => {})
  const demo = await startDemoCrm({ port: 0, customers: sample.customers, now })
  provide('workerUrl', worker.url)
  provide('token', token)
  provide('emptyToken', emptyToken)
  provide('importToken', importToken)
  provide('demoUrl', demo.url)
  provide('now', now)
  return async () => {
    await demo.close()
    await worker.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
