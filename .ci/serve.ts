// Only the Worker, on PORT with its D1 under STATE_DIR.

import { startWorker, stateFolder } from './local-worker.ts'

const port = Number(process.env.PORT ?? 8787)
const worker = await startWorker(port, stateFolder())
worker.process.stderr?.pipe(process.stderr)
console.log(`ready ${worker.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    await worker.stop()
    process.exit(0)
  })
}
worker.process.once('exit', code => process.exit(code ?? 0))
