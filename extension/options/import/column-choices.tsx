// Which column holds what: one line a field, with the first cells of its column beside it.

import { useId } from 'preact/hooks'
import { type ImportField, identityFields, importFields } from '../../../shared/import-columns.ts'
import { useReader } from '../../reader.ts'
import type { Prepared } from './desk-state.ts'
import { samplesOf } from './first-choices.ts'
import type { ImportDesk } from './import-desk.ts'

const neededFields = new Set<ImportField>(['date', 'amount', 'score'])
const oneOfFields = new Set<ImportField>(identityFields)
/** Written by this page itself; nobody has to choose it. */
const unaskedField = 'ordinal'

export function ColumnChoices({ desk, prepared }: { desk: ImportDesk; prepared: Prepared }) {
  const { words } = useReader()
  const say = words.options.import
  const fields = importFields[prepared.choices.kind].filter(field => field !== unaskedField)
  return (
    <fieldset class="columns">
      <legend>{say.columns}</legend>
      <p class="secondary">{say.columnsHint}</p>
      {fields.map(field => (
        <ColumnChoice key={field} desk={desk} prepared={prepared} field={field} />
      ))}
    </fieldset>
  )
}

interface Props {
  desk: ImportDesk
  prepared: Prepared
  field: ImportField
}

function ColumnChoice({ desk, prepared: { first, choices, check }, field }: Props) {
  const { words } = useReader()
  const say = words.options.import
  const id = useId()
  const column = choices.columns[field]
  const samples = column === undefined ? [] : samplesOf(first, column)
  const missing = check.is === 'missing' ? check.fields : []
  const isMissing = missing.includes(field) || (missing.includes('customer') && oneOfFields.has(field))
  const need = neededFields.has(field) ? say.needed : oneOfFields.has(field) ? say.anyNeeded : ''
  const choose = (text: string) => {
    const { [field]: _before, ...others } = choices.columns
    desk.change({
      columns: text === '' ? others : { ...withoutColumn(others, Number(text)), [field]: Number(text) },
    })
  }
  return (
    <div class="column">
      <label for={id}>
        {say.fields[field]}
        {need !== '' && (
          <span class="need" title={need}>
            {neededFields.has(field) ? ' *' : ' ○'}
            <span class="unseen">{need}</span>
          </span>
        )}
      </label>
      <select
        id={id}
        class={column === undefined ? 'input select unset' : 'input select'}
        value={column === undefined ? '' : String(column)}
        aria-invalid={isMissing}
        aria-describedby={`${id}-samples`}
        onChange={event => choose(event.currentTarget.value)}
      >
        <option value="">{say.noColumn}</option>
        {first.headers.map((header, index) => (
          <option key={index} value={String(index)}>
            {header || say.columnNumber(index + 1)}
          </option>
        ))}
      </select>
      <p class="secondary samples" id={`${id}-samples`} dir="auto">
        {samples.join(' · ')}
      </p>
    </div>
  )
}

/** A column holds one thing: whoever had it before gives it up. */
function withoutColumn(
  columns: Prepared['choices']['columns'],
  column: number,
): Prepared['choices']['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([, taken]) => taken !== column))
}
