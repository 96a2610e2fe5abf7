// Prints one usable bearer token for a workspace of the local database.

import { parseArgs } from 'node:util'
import { type Role, roles } from '../shared/api.ts'
import { isTimeZone } from '../shared/time.ts'
import { issueToken } from './issue-token.ts'
import { migrate, stateFolder, withDatabase } from './local-worker.ts'

const { values } = parseArgs({
  options: {
    role: { type: 'string' },
    workspace: { type: 'string' },
    'time-zone': { type: 'string', default: 'UTC' },
    currency: { type: 'string', default: 'EUR' },
    region: { type: 'string', default: 'LT' },
  },
})

const { role, workspace, 'time-zone': timeZone, currency, region } = values
if (!isRole(role) || !workspace) {
  refuse(
    `Usage: npm run -s token -- --role ${roles.join('|')} --workspace NAME [--time-zone UTC --currency EUR --region LT]`,
  )
}
if (!isTimeZone(timeZone)) refuse(`There is no time zone ${timeZone}; write it like Europe/Vilnius.`)
if (!/^[A-Z]{3}$/.test(currency)) refuse(`A currency is three capital letters like EUR, not ${currency}.`)
if (!/^[A-Z]{2}$/.test(region)) refuse(`A region is two capital letters like LT, not ${region}.`)

const folder = stateFolder()
await migrate(folder)
console.log(
  await withDatabase(folder, db =>
    issueToken(db, { role, workspace, timeZone, currency, region }, Date.now()),
  ),
)

function isRole(text: string | undefined): text is Role {
  return roles.some(known => known === text)
}

function refuse(text: string): never {
  console.error(text)
  process.exit(2)
}
