// Builds page elements; text stays text.

type Attributes = Record<string, string | number | boolean | undefined>

/**
 * `element('a', { href, class: 'row' }, 'text', child)`. An attribute that is true stands without a value, one that
 * is false or undefined is left out; a child that is null too.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter(child => child !== null))
  return made
}
