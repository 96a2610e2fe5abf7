import { describe, expect, it } from 'vitest'
import type { WorkerAnswer } from '../../../../extension/messages.ts'
import { askPatiently, type Waiting } from '../../../../extension/options/import/ask-patiently.ts'

type Reply = WorkerAnswer<string> | 'killed'

/** Asks somebody who replies like this, one after the other; the last reply is repeated. */
async function ask(...replies: Reply[]) {
  const waits: number[] = []
  const said: (Waiting | null)[] = []
  let asked = 0
  const signal = new AbortController().signal
  const answer = await askPatiently(
    async () => {
      const reply = replies[Math.min(asked, replies.length - 1)] ?? 'killed'
      asked += 1
      if (reply === 'killed') throw new Error('gone')
      return reply
    },
    { signal, wait: async ms => void waits.push(ms), onWaiting: waiting => said.push(waiting) },
  )
  return { answer, asked, waits, said }
}

describe('asking patiently', () => {
  it('asks once where there is an answer', async () => {
    expect(await ask({ answer: 'yes' })).toMatchObject({ answer: { answer: 'yes' }, asked: 1, waits: [] })
  })

  it('asks again, with longer pauses and a word about why, until there is one', async () => {
    const offline = Array<Reply>(7).fill({ trouble: 'offline' })
    const { answer, waits, said } = await ask(...offline, { trouble: 'slow' }, { answer: 'yes' })
    expect(answer).toEqual({ answer: 'yes' })
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    expect(said.slice(-3)).toEqual(['offline', 'slow', null])
  })

  it('asks again at once where the background was killed', async () => {
    const { answer, waits } = await ask('killed', 'killed', { answer: 'yes' })
    expect(answer).toEqual({ answer: 'yes' })
    expect(waits).toEqual([50, 100])
  })

  it('gives up where the background never comes back', async () => {
    expect((await ask('killed')).answer).toEqual({ gone: true })
  })

  it.each<Reply>([{ refused: 'forbidden' }, { signedOut: true }, { trouble: 'too-old' }])(
    'does not ask again after %j',
    async reply => {
      expect(await ask(reply)).toMatchObject({ answer: reply, asked: 1 })
    },
  )

  it('stops when nobody wants the answer any more', async () => {
    const life = new AbortController()
    const asking = askPatiently<string>(async () => ({ trouble: 'offline' }), {
      signal: life.signal,
      wait: async () => life.abort(new Error('over')),
      onWaiting: () => {},
    })
    await expect(asking).rejects.toThrow('over')
  })
})
