// What a file would bring: counts, period, sums, and the first rows that cannot be read.

import type { MissingField } from '../../../shared/import-columns.ts'
import { count, formatNumber } from '../../../shared/locale.ts'
import { useReader } from '../../reader.ts'
import type { Prepared } from './desk-state.ts'
import { faultsText } from './fault-text.ts'
import { formatMoney, formatPercent, formatPeriod } from './format-check.ts'
import type { Tally } from './tally.ts'

export function CheckResult({ prepared: { check, first } }: { prepared: Prepared }) {
  const { words, locale } = useReader()
  const say = words.options.import
  const tally = check.is === 'counted' ? check.tally : check.is === 'counting' ? check.before : null
  const nameOf = (field: MissingField) => (field === 'customer' ? say.missingCustomer : say.fields[field])
  return (
    <section class="check" aria-labelledby="import-check">
      <h3 class="part-title" id="import-check">
        {say.check}
      </h3>
      {check.is === 'counting' && (
        <div class="bar-line">
          <Bar
            share={check.share}
            label={say.check}
            text={say.checking(formatPercent(locale, check.share))}
          />
          <p class="secondary">{say.checking(formatPercent(locale, check.share))}</p>
        </div>
      )}
      <div role="status" class="verdict">
        {check.is === 'missing' && <p class="bad-ink">{say.missing(check.fields.map(nameOf).join(', '))}</p>}
        {check.is === 'unreadable' && <p class="bad-ink">{say.fileFaults[check.why.fault]}</p>}
        {check.is === 'counted' && <Counts tally={check.tally} />}
      </div>
      {tally && <FirstFaults tally={tally} headers={first.headers} />}
    </section>
  )
}

export function Bar({ share, label, text }: { share: number; label: string; text: string }) {
  return (
    <progress class="bar" max={1} value={share} aria-label={label} aria-valuetext={text}>
      {text}
    </progress>
  )
}

function Counts({ tally }: { tally: Tally }) {
  const { words, locale } = useReader()
  const say = words.options.import
  const { firstDay, lastDay } = tally
  const sums = [...tally.sums].map(([currency, minor]) => formatMoney(locale, minor, currency))
  const figures = [
    count(locale, say.rows, tally.good),
    count(locale, say.customers, tally.customers),
    ...(firstDay && lastDay ? [formatPeriod(locale, firstDay, lastDay)] : []),
    ...sums,
  ]
  return (
    <>
      {tally.good === 0 && <p class="bad-ink">{say.nothingGood}</p>}
      {tally.good > 0 && (
        <ul class="figures">
          {figures.map(figure => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      )}
      {tally.refunds > 0 && <p class="secondary">{count(locale, say.refunds, tally.refunds)}</p>}
      {tally.repeatedIds > 0 && <p class="warn-ink">{count(locale, say.repeatedIds, tally.repeatedIds)}</p>}
      {tally.bad > 0 && <p class="warn-ink">{count(locale, say.badRows, tally.bad)}</p>}
    </>
  )
}

function FirstFaults({ tally, headers }: { tally: Tally; headers: readonly string[] }) {
  const { words, locale } = useReader()
  const say = words.options.import
  const more = tally.bad - tally.firstBad.length
  if (tally.bad === 0) return null
  return (
    <ul class="faults">
      {tally.firstBad.map(({ line, faults }) => (
        <li key={line}>{say.atLine(formatNumber(locale, line), faultsText(words, headers, faults))}</li>
      ))}
      {more > 0 && <li class="muted">{count(locale, say.moreBadRows, more)}</li>}
    </ul>
  )
}
