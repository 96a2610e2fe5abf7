// How the bytes and cells of a file are read, as recognised, each of it to be corrected.

import { useId, useMemo } from 'preact/hooks'
import { decimalMarks } from '../../../shared/import-amount.ts'
import { dateOrders } from '../../../shared/import-date.ts'
import type { ImportRules } from '../../../shared/import-row.ts'
import type { Locale } from '../../../shared/locale.ts'
import { useReader } from '../../reader.ts'
import type { Prepared } from './desk-state.ts'
import { encodings } from './encoding.ts'
import { isDateOrderOpen } from './first-choices.ts'
import type { ImportDesk } from './import-desk.ts'
import { SelectField } from './select-field.tsx'
import { separators } from './separator.ts'

export function ReadingChoices({ desk, prepared }: { desk: ImportDesk; prepared: Prepared }) {
  const { words, locale } = useReader()
  const say = words.options.import
  const { first, choices } = prepared
  const { rules } = choices
  const currencies = useMemo(() => currencyOptions(locale), [locale])
  const isOpen = useMemo(() => isDateOrderOpen(first, choices.columns), [first, choices.columns])
  const changeRules = (change: Partial<ImportRules>) => desk.change({ rules: { ...rules, ...change } })
  return (
    <fieldset class="choices">
      <legend>{say.reading}</legend>
      <SelectField
        label={say.encoding}
        value={choices.encoding}
        options={encodings.map(value => ({ value, text: say.encodings[value] }))}
        change={encoding => desk.change({ encoding })}
      />
      <SelectField
        label={say.separator}
        value={choices.separator}
        options={separators.map(value => ({ value, text: say.separators[value] }))}
        change={separator => desk.change({ separator })}
      />
      <SelectField
        label={say.dateOrder}
        value={rules.dateOrder}
        options={dateOrders.map(value => ({ value, text: say.dateOrders[value] }))}
        hint={isOpen && say.dateOrderOpen}
        change={dateOrder => changeRules({ dateOrder })}
      />
      {choices.kind === 'purchases' && (
        <>
          <SelectField
            label={say.decimal}
            value={rules.decimal}
            options={decimalMarks.map(value => ({ value, text: say.decimals[value] }))}
            change={decimal => changeRules({ decimal })}
          />
          <SelectField
            label={say.currency}
            value={rules.currency}
            options={currencies}
            change={currency => changeRules({ currency })}
          />
        </>
      )}
      <SourceField desk={desk} source={choices.source} />
    </fieldset>
  )
}

function SourceField({ desk, source }: { desk: ImportDesk; source: string }) {
  const { words } = useReader()
  const say = words.options.import
  const id = useId()
  return (
    <div class="choice wide">
      <label for={id}>{say.source}</label>
      <input
        id={id}
        class="input"
        value={source}
        maxLength={100}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={source === ''}
        onInput={event => desk.nameSource(event.currentTarget.value.trim())}
      />
      <p class="secondary" id={`${id}-hint`}>
        {source === '' ? <span class="bad-ink">{say.sourceMissing}</span> : say.sourceHint}
      </p>
    </div>
  )
}

/** Every currency by its code, with its name in the member's language. */
function currencyOptions(locale: Locale): { value: string; text: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map(value => ({
    value,
    text: `${value} – ${names.of(value) ?? ''}`,
  }))
}
