// A state without a customer: what is so, why, and the way out.

interface Props {
  title: string
  sentence: string
  /** What the button says, where something can be done here. */
  action?: string
  act?: () => void
  /** The button is the one thing to do. */
  isMain?: boolean
}

export function Notice({ title, sentence, action, act, isMain = false }: Props) {
  return (
    <section class="notice">
      <h1 class="notice-title" dir="auto">
        {title}
      </h1>
      <p class="notice-sentence">{sentence}</p>
      {action && act && (
        <button type="button" class={isMain ? 'button main' : 'button'} onClick={act}>
          {action}
        </button>
      )}
    </section>
  )
}
