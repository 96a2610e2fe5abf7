// Tryton's own interface for its clients, past every browser: signing in, and calling methods of its models.

export interface TrytonLogin {
  user: string
  password: string
}

export interface TrytonCalls {
  /** `model.party.party.create`; the context that every method takes last is added. */
  call<Result>(method: string, ...params: readonly unknown[]): Promise<Result>
}

/** @param database its address, ending with a slash. @throws where Tryton refuses the login. */
export async function openCalls(database: string, { user, password }: TrytonLogin): Promise<TrytonCalls> {
  const [id, session] = await post<[number, string]>(database, 'common.db.login', [user, { password }])
  const authorization = `Session ${Buffer.from(`${user}:${id}:${session}`).toString('base64')}`
  /** Whose company it is, above all. */
  const context = await post<object>(database, 'model.res.user.get_preferences', [true, {}], {
    authorization,
  })
  return {
    call: (method, ...params) => post(database, method, [...params, context], { authorization }),
  }
}

/** An amount, as Tryton writes one. */
export function decimal(amount: number): object {
  return { __class__: 'Decimal', decimal: String(amount) }
}

export function localDate(year: number, month: number, day: number): object {
  return { __class__: 'date', year, month, day }
}

async function post<Result>(
  database: string,
  method: string,
  params: readonly unknown[],
  headers: Record<string, string> = {},
): Promise<Result> {
  const response = await fetch(database, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ id: 0, method, params }),
  })
  if (!response.ok) throw new Error(`Tryton refused ${method}: ${response.status}`)
  const answer = (await response.json()) as { result: Result; error?: unknown }
  if (answer.error) throw new Error(`Tryton failed ${method}: ${JSON.stringify(answer.error)}`)
  return answer.result
}
