// One short sentence at the foot of the page, gone after a few seconds.

const shownMs = 4000
let hiding: ReturnType<typeof setTimeout> | undefined

export function say(text: string): void {
  const toast = document.querySelector<HTMLElement>('.toast')
  if (!toast) return
  toast.textContent = text
  toast.hidden = false
  clearTimeout(hiding)
  hiding = setTimeout(() => {
    toast.hidden = true
  }, shownMs)
}
