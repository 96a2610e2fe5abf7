import { beforeEach, describe, expect, test } from 'vitest'
import type { FromPanel, ToPanel } from '../../../extension/messages.ts'
import {
  connectPanel,
  type PanelConnection,
  type Port,
  readAddress,
} from '../../../extension/panel/panel-connection.ts'
import type { PanelView } from '../../../extension/panel-state.ts'
import { angry } from './example-states.ts'

/** The background's end of each port that was opened. */
class FakePort implements Port {
  readonly said: FromPanel[] = []
  #hear: (message: ToPanel) => void = () => {}
  #close: () => void = () => {}
  isClosed = false
  readonly onMessage = {
    addListener: (listener: (message: ToPanel) => void) => {
      this.#hear = listener
    },
  }
  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.#close = listener
    },
  }
  postMessage(message: FromPanel): void {
    this.said.push(message)
  }
  disconnect(): void {
    this.isClosed = true
  }
  answer(message: ToPanel): void {
    this.#hear(message)
  }
  die(): void {
    this.#close()
  }
}

let ports: FakePort[]
let waiting: { ms: number; then: () => void }[]
let paints: (() => void)[]

beforeEach(() => {
  ports = []
  waiting = []
  paints = []
})

function connect(nonce: string | null = 'abcdef0123456789'): PanelConnection {
  let keys = 0
  return connectPanel({
    nonce,
    openPort: () => {
      const port = new FakePort()
      ports.push(port)
      return port
    },
    clock: () => 1000,
    makeKey: () => `key-${++keys}`,
    afterPaint: then => paints.push(then),
    wait: (ms, then) => waiting.push({ ms, then }),
  })
}

function port(): FakePort {
  const last = ports.at(-1)
  if (!last) throw new Error('No port was opened.')
  return last
}

function pass(): void {
  for (const { then } of waiting.splice(0)) then()
}

function paint(): void {
  for (const then of paints.splice(0)) then()
}

const customer: PanelView = {
  is: 'customer',
  match: angry('en').match,
  snapshot: angry('en'),
  fetchedAt: 0,
  freshness: 'fresh',
  pending: [],
}

function state(question: number, view: PanelView = customer): ToPanel {
  return { say: 'state', state: { question, view } }
}

describe('a panel', () => {
  test('says its nonce first, and its ticket when it comes back', () => {
    connect()
    expect(port().said).toEqual([{ say: 'open', nonce: 'abcdef0123456789' }])
    port().answer({ say: 'opened', ticket: 'ticket-1' })
    port().die()
    pass()
    expect(ports).toHaveLength(2)
    expect(port().said).toEqual([{ say: 'resume', ticket: 'ticket-1' }])
  })

  test('whose ticket was lost with a killed worker says its nonce again', () => {
    connect()
    port().die()
    pass()
    expect(port().said).toEqual([{ say: 'open', nonce: 'abcdef0123456789' }])
  })

  test('without a nonce follows the active tab', () => {
    connect(null)
    expect(port().said).toEqual([{ say: 'follow' }])
  })

  test('that is refused paints nothing and asks no more', () => {
    const panel = connect()
    port().answer({ say: 'refused' })
    port().die()
    pass()
    expect(panel.state).toBeNull()
    expect(ports).toHaveLength(1)
  })

  test('whose first word is not answered says it on a new port', () => {
    connect()
    const [silent] = ports
    pass()
    pass()
    expect(silent?.isClosed).toBe(true)
    expect(ports).toHaveLength(2)
  })

  test('comes back ever more slowly while the background cannot be reached', () => {
    connect()
    const pauses: number[] = []
    for (let n = 0; n < 12; n++) {
      waiting.length = 0
      port().die()
      pauses.push(waiting[0]?.ms ?? 0)
      pass()
    }
    expect(pauses.slice(0, 3)).toEqual([50, 100, 200])
    expect(pauses.at(-1)).toBe(5000)
  })

  test('tells whoever subscribed, until they end it', () => {
    const panel = connect()
    let told = 0
    const end = panel.subscribe(() => {
      told += 1
    })
    port().answer(state(1))
    end()
    port().answer(state(2))
    expect(told).toBe(1)
    expect(panel.state?.question).toBe(2)
  })

  test('never goes back to an older question', () => {
    const panel = connect()
    port().answer(state(2))
    port().answer(state(1))
    expect(panel.state?.question).toBe(2)
  })

  test('that follows the active tab takes whatever question that tab is at', () => {
    const panel = connect(null)
    port().answer(state(9))
    port().answer(state(1))
    expect(panel.state?.question).toBe(1)
  })
})

describe('what is painted', () => {
  test('is said after the paint, once a question', () => {
    const panel = connect()
    port().answer(state(1))
    panel.shown(1)
    expect(port().said).toHaveLength(1)
    paint()
    panel.shown(1)
    paint()
    expect(port().said.slice(1)).toEqual([{ say: 'shown', question: 1 }])
  })

  test('is not said of a question that was overtaken before the paint', () => {
    const panel = connect()
    port().answer(state(1))
    panel.shown(1)
    port().answer(state(2))
    paint()
    expect(port().said).toHaveLength(1)
  })

  test('is said again after the port was reopened', () => {
    const panel = connect()
    port().answer(state(1))
    panel.shown(1)
    paint()
    port().die()
    pass()
    port().answer({ say: 'opened', ticket: 'ticket-2' })
    port().answer(state(1))
    panel.shown(1)
    paint()
    expect(port().said.at(-1)).toEqual({ say: 'shown', question: 1 })
  })
})

describe('an irritant', () => {
  const irritant = { customerId: angry('en').customer.id, category: 'slow-answers', note: null }
  const said = {
    say: 'log-irritant',
    key: 'key-1',
    customerId: irritant.customerId,
    category: 'slow-answers',
    note: null,
    at: 1000,
  }

  function pending(panel: PanelConnection): string[] {
    return panel.state?.view.is === 'customer' ? panel.state.view.pending.map(({ key }) => key) : []
  }

  function opened(): PanelConnection {
    const panel = connect()
    port().answer({ say: 'opened', ticket: 'ticket-1' })
    port().answer(state(1))
    return panel
  }

  test('is pending in the same moment', () => {
    const panel = opened()
    panel.logIrritant(irritant)
    expect(pending(panel)).toEqual(['key-1'])
    expect(port().said.at(-1)).toEqual(said)
  })

  test('is said again with the same key until it is kept', () => {
    const panel = opened()
    panel.logIrritant(irritant)
    pass()
    pass()
    expect(port().said.filter(({ say }) => say === 'log-irritant')).toEqual([said, said, said])
    port().answer({ say: 'kept', key: 'key-1' })
    pass()
    expect(port().said.filter(({ say }) => say === 'log-irritant')).toHaveLength(3)
  })

  test('is said at once to a background that was killed before it kept it', () => {
    const panel = opened()
    panel.logIrritant(irritant)
    port().die()
    pass()
    port().answer({ say: 'opened', ticket: 'ticket-2' })
    expect(port().said).toContainEqual(said)
  })

  test('logged while no port is open is said when one is', () => {
    const panel = opened()
    port().die()
    panel.logIrritant(irritant)
    expect(pending(panel)).toEqual(['key-1'])
    pass()
    port().answer({ say: 'opened', ticket: 'ticket-2' })
    expect(port().said).toContainEqual(said)
  })

  test('is pending once, whether the background knows it already or not', () => {
    const panel = opened()
    panel.logIrritant(irritant)
    const known = { ...irritant, key: 'key-1', at: 1000, state: 'waiting' as const }
    port().answer(state(1, { ...customer, pending: [known] }))
    expect(pending(panel)).toEqual(['key-1'])
  })

  test('about another customer is not shown with this one', () => {
    const panel = opened()
    panel.logIrritant({ ...irritant, customerId: 'cus-other' })
    expect(pending(panel)).toEqual([])
  })

  test('that is discarded is gone, and said no more', () => {
    const panel = opened()
    panel.logIrritant(irritant)
    panel.discard('key-1')
    expect(pending(panel)).toEqual([])
    expect(port().said.at(-1)).toEqual({ say: 'discard', key: 'key-1' })
    pass()
    expect(port().said.at(-1)).toEqual({ say: 'discard', key: 'key-1' })
  })
})

test.each([
  ['#abcdef0123456789.dark', { nonce: 'abcdef0123456789', scheme: 'dark' }],
  ['#abcdef0123456789.light', { nonce: 'abcdef0123456789', scheme: 'light' }],
  ['', { nonce: null, scheme: null }],
  ['#abcdef0123456789', { nonce: null, scheme: null }],
  ['#<img>.dark', { nonce: null, scheme: null }],
])('an address that ends in "%s" says so much', (hash, address) => {
  expect(readAddress(hash)).toEqual(address)
})
