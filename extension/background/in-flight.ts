// One request for one question, however many wait for it; it is given up when nobody waits any more, so that
// a member who moves on quickly leaves no queue behind. Holds only what is under way.

interface Flight<Answer> {
  answer: Promise<Answer>
  waiting: number
  giveUp: AbortController
}

export class InFlight<Answer> {
  readonly #flights = new Map<string, Flight<Answer>>()

  /**
   * Joins the request under way for `key`, or starts it.
   * @param signal when this one stops waiting.
   * @throws what `ask` throws, and the signal's reason where this one stopped waiting.
   */
  async join(
    key: string,
    ask: (signal: AbortSignal) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    signal.throwIfAborted()
    const flight = this.#flights.get(key) ?? this.#start(key, ask)
    flight.waiting += 1
    const leave = () => this.#leave(key, flight)
    signal.addEventListener('abort', leave, { once: true })
    try {
      const answer = await flight.answer
      signal.throwIfAborted()
      return answer
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  #start(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const giveUp = new AbortController()
    const flight = { answer: ask(giveUp.signal), waiting: 0, giveUp }
    const end = () => this.#end(key, flight)
    flight.answer.then(end, end)
    this.#flights.set(key, flight)
    return flight
  }

  #leave(key: string, flight: Flight<Answer>): void {
    flight.waiting -= 1
    if (flight.waiting > 0) return
    this.#end(key, flight)
    flight.giveUp.abort()
  }

  #end(key: string, flight: Flight<Answer>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key)
  }
}
