// Nothing to show for a moment: a word that appears only when the moment becomes long.

export function Quiet({ text }: { text: string }) {
  return <p class="quiet">{text}</p>
}
