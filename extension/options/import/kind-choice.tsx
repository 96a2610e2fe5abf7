// Purchases or survey answers.

import { type ImportKind, importKinds } from '../../../shared/import-columns.ts'
import { useReader } from '../../reader.ts'
import type { ImportDesk } from './import-desk.ts'

export function KindChoice({ desk, kind }: { desk: ImportDesk; kind: ImportKind }) {
  const { words } = useReader()
  const say = words.options.import
  return (
    <fieldset class="kinds">
      <legend>{say.kind}</legend>
      {importKinds.map(one => (
        <label key={one} class={one === kind ? 'kind chosen' : 'kind'}>
          <input
            type="radio"
            name="import-kind"
            value={one}
            checked={one === kind}
            onChange={() => desk.setKind(one)}
          />
          <span>
            <b>{say.kinds[one]}</b>
            <span class="secondary">{say.kindHints[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
