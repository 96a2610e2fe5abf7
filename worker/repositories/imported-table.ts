// Tables of facts that files bring: what an import brought can be taken back as a whole.

import type { FactTable } from './fact-table.ts'

export interface ImportedTable extends FactTable {
  statements: FactTable['statements'] &
    Record<'customersOfImport' | 'countOfImport' | 'before' | 'restore' | 'takeBack', string>
}

/** A table that has the index `<name>_by_import`. */
export function importedTable<Table extends FactTable>(table: Table): Table & ImportedTable {
  const { name, columns, statements } = table
  return { ...table, statements: { ...statements, ...importStatements(name, columns) } }
}

function importStatements(name: string, columns: readonly string[]) {
  const own = columns.join(', ')
  const sameFact = (one: string) =>
    `${one}.workspace_id = ?1 AND ${one}.source = undone.source AND ${one}.external_id = undone.external_id`
  /** Of the customers ?3: the live facts of the import ?2, and beside each the revision of others that it corrected. */
  const corrections = `
    json_each(?3) asked
    CROSS JOIN ${name} undone ON undone.workspace_id = ?1 AND undone.customer_id = asked.value
    CROSS JOIN ${name} before INDEXED BY ${name}_by_source ON ${sameFact('before')} AND before.revision = (
      SELECT max(other.revision) FROM ${name} other
      WHERE ${sameFact('other')} AND other.revision < undone.revision AND other.import_id IS NOT ?2)
    CROSS JOIN ${name} correction INDEXED BY ${name}_by_source ON ${sameFact('correction')}
      AND correction.revision = before.revision + 1
    WHERE undone.import_id = ?2 AND undone.superseded_at IS NULL AND before.superseded_at = correction.recorded_at`
  return {
    // Some customers with live facts of the import ?2.
    customersOfImport: `
      SELECT DISTINCT f.customer_id FROM ${name} f INDEXED BY ${name}_by_import
      WHERE f.workspace_id = ?1 AND f.import_id = ?2 AND f.superseded_at IS NULL LIMIT ?3`,
    countOfImport: `
      SELECT count(*) AS facts FROM ${name} f INDEXED BY ${name}_by_import
      WHERE f.workspace_id = ?1 AND f.import_id = ?2 AND f.superseded_at IS NULL`,
    // What comes back when the facts of the customers ?3 are taken back; a correction may have moved it.
    before: `
      SELECT before.customer_id, before.day,
        json_array(${columns.map(column => `before.${column}`).join(', ')}) AS content
      FROM ${corrections}`,
    restore: `
      INSERT INTO ${name} (workspace_id, customer_id, day, source, external_id, revision, owner_id, ${own},
        recorded_at, import_id)
      SELECT ?1, before.customer_id, before.day, before.source, before.external_id, undone.revision + 1,
        before.owner_id, ${columns.map(column => `before.${column}`).join(', ')}, ?4, before.import_id
      FROM ${corrections}`,
    takeBack: `
      INSERT INTO ${name} SELECT f.* FROM json_each(?3) asked
      CROSS JOIN ${name} f ON f.workspace_id = ?1 AND f.customer_id = asked.value
      WHERE f.import_id = ?2 AND f.superseded_at IS NULL ON CONFLICT DO UPDATE SET superseded_at = ?4`,
  }
}
