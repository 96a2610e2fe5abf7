// D1 with the limits that hold in production and are not enforced locally: every request of a test goes through
// it, so that a statement too many fails here and not for a customer.

/** Our own ceiling for statements a request, the platform's for values and function arguments. */
const mostStatements = 50
const mostValueBytes = 2_000_000
const mostArguments = 32

/** What one request cost. */
export interface Cost {
  roundTrips: number
  statements: number
  rowsRead: number
  rowsWritten: number
}

/** A database for one request, and what it cost so far. */
export function limitedDatabase(db: D1Database): { db: D1Database; cost: Cost } {
  const cost: Cost = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 }
  const real = new WeakMap<object, D1PreparedStatement>()

  function prepare(sql: string): D1PreparedStatement {
    refuseManyArguments(sql)
    return limited(db.prepare(sql))
  }

  function limited(statement: D1PreparedStatement): D1PreparedStatement {
    const wrapped = {
      bind(...values: unknown[]) {
        for (const value of values) refuseLongValue(value)
        return limited(statement.bind(...values))
      },
      async first(column?: string) {
        const [row] = (await run(() => statement.all<Record<string, unknown>>())).results
        return row ? (column === undefined ? row : row[column]) : null
      },
      all: () => run(() => statement.all()),
      run: () => run(() => statement.run()),
    }
    real.set(wrapped, statement)
    return wrapped as unknown as D1PreparedStatement
  }

  async function run<Row>(ask: () => Promise<D1Result<Row>>): Promise<D1Result<Row>> {
    count(1)
    return counted(await ask())
  }

  async function batch<Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> {
    count(statements.length)
    const results = await db.batch<Row>(statements.map(statement => real.get(statement) ?? statement))
    return results.map(counted)
  }

  function count(statements: number): void {
    cost.roundTrips += 1
    cost.statements += statements
    if (cost.statements > mostStatements) {
      throw new Error(`${cost.statements} statements in one request, ${mostStatements} are allowed`)
    }
  }

  function counted<Row>(result: D1Result<Row>): D1Result<Row> {
    cost.rowsRead += result.meta.rows_read
    cost.rowsWritten += result.meta.rows_written
    return result
  }

  return { db: { prepare, batch } as unknown as D1Database, cost }
}

function refuseLongValue(value: unknown): void {
  if (typeof value === 'string' && new TextEncoder().encode(value).byteLength > mostValueBytes) {
    throw new Error(`a bound value is longer than ${mostValueBytes} bytes`)
  }
}

/** Counts the commas of each call at its own depth. */
function refuseManyArguments(sql: string): void {
  const open: number[] = []
  for (const character of sql) {
    if (character === '(') open.push(1)
    else if (character === ',' && open.length > 0) open.push((open.pop() ?? 0) + 1)
    else if (character === ')' && (open.pop() ?? 0) > mostArguments && !/INSERT INTO/.test(sql)) {
      throw new Error(`a function has more than ${mostArguments} arguments`)
    }
  }
}
