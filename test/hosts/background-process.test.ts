import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../../.ci/free-port.ts'
import { startProcess } from './background-process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-process-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The shell's child listens, as a server's workers do. */
function listenOn(port: number): [string, ...string[]] {
  const listen = `require('node:net').createServer().listen(${port}, '127.0.0.1')`
  return ['sh', '-c', `${process.execPath} -e "${listen}" & wait`]
}

function isOpen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true))
    socket.once('error', () => resolve(false))
  })
}

it('waits until the port is open, and ends all that was started', async () => {
  const port = await freePort()
  const started = await startProcess({ run: listenOn(port), log: join(folder, 'log'), port })
  expect(await isOpen(port)).toBe(true)
  await started.stop()
  await expect.poll(() => isOpen(port)).toBe(false)
})

it('says where to look when a program ends before it listens', async () => {
  const [log, port] = [join(folder, 'failed'), await freePort()]
  await expect(startProcess({ run: ['sh', '-c', 'echo no such luck'], log, port })).rejects.toThrow(log)
  expect(await readFile(log, 'utf8')).toBe('no such luck\n')
})

it('says so when there is no such program', async () => {
  const port = await freePort()
  const started = startProcess({ run: ['holdfast-no-such-program'], log: join(folder, 'none'), port })
  await expect(started).rejects.toThrow('did not start')
})
