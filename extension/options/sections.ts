// The sections of the options page, and which one the address names.

import { useEffect, useState } from 'preact/hooks'

export const sections = ['connect', 'hosts', 'import', 'language', 'theme'] as const
export type Section = (typeof sections)[number]

/** The section the address names, now and after each change of it. */
export function useSection(): Section {
  const [section, setSection] = useState(sectionOfAddress)
  useEffect(() => {
    const follow = () => setSection(sectionOfAddress())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return section
}

function sectionOfAddress(): Section {
  return sections.find(id => location.hash === `#${id}`) ?? 'connect'
}
