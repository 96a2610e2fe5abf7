// Hands out values one after the other while the next one is already being made. Where making it fails, the one
// before is still handed out first.

export async function* oneAhead<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    for (let now = await next; !now.done; now = await next) {
      next = iterator.next()
      next.catch(thrownWhenAwaited)
      yield now.value
    }
  } finally {
    await iterator.return?.()
  }
}

/** A failure that nobody awaits yet would count as unhandled. */
function thrownWhenAwaited(): void {}
