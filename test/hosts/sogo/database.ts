// A MariaDB of its own for SOGo, on loopback: nothing of /etc is read, everything it writes lies in one folder, and
// it asks nobody for a password, so that it can do without tables of its own.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackgroundProcess, startProcess } from '../background-process.ts'

/** The server alone: the packages around it would bring a service. */
export const databasePackages = ['mariadb-server-core']

export interface Database extends BackgroundProcess {
  /** `mysql://sogo:sogo@127.0.0.1:3306/sogo`; a table's name follows after another slash. */
  url: string
}

export interface DatabasePlace {
  /** Belongs to the user it runs as. */
  folder: string
  port: number
  user: string
  /** Of the one database it holds. */
  name: string
  /** Statements for every start, in that database. */
  schema: readonly string[]
}

export async function startDatabase({ folder, port, user, name, schema }: DatabasePlace): Promise<Database> {
  const initial = join(folder, 'initial.sql')
  const statements = [
    `CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    `USE ${name}`,
    ...schema,
  ]
  await writeFile(initial, statements.map(statement => `${statement};\n`).join(''))
  const { stop } = await startProcess({
    run: [
      'mariadbd',
      '--no-defaults',
      '--skip-grant-tables',
      '--skip-name-resolve',
      `--user=${user}`,
      `--datadir=${folder}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--init-file=${initial}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--innodb-log-file-size=8M',
      '--innodb-buffer-pool-size=32M',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    log: join(folder, 'log'),
    port,
  })
  return { url: `mysql://${name}:${name}@127.0.0.1:${port}/${name}`, stop }
}
