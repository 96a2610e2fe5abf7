// A few ways to have something, one of them chosen; it holds at once.

import { useId } from 'preact/hooks'

interface Props<Value extends string> {
  title: string
  intro: string
  choices: readonly { value: Value; text: string; hint?: string }[]
  chosen: Value
  choose: (value: Value) => void
  trouble: string
}

export function ChoiceList<Value extends string>({
  title,
  intro,
  choices,
  chosen,
  choose,
  trouble,
}: Props<Value>) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h1 class="section-title" id={id}>
        {title}
      </h1>
      <p class="intro">{intro}</p>
      <div class="choice-list" role="radiogroup" aria-labelledby={id}>
        {choices.map(({ value, text, hint }) => (
          <label key={value} class={value === chosen ? 'kind chosen' : 'kind'}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            <span>
              <b lang={value.length === 2 ? value : undefined}>{text}</b>
              {hint && <span class="secondary">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <p class="answer bad-ink" role="alert">
        {trouble}
      </p>
    </section>
  )
}
