// A sentence whose first figure stands out: "usually buys every **24–33** days".

const figure = /\d[\d\u00a0\u202f.,]*(?:[–-]\d[\d\u00a0\u202f.,]*)?/

export function Figures({ text }: { text: string }) {
  const found = figure.exec(text)
  if (!found) return <>{text}</>
  const end = found.index + found[0].length
  return (
    <>
      {text.slice(0, found.index)}
      <b>{found[0]}</b>
      {text.slice(end)}
    </>
  )
}
