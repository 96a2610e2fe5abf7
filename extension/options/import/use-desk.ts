// The import desk of a section, and drawing anew whenever its state changes.

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DeskDoors } from './desk-state.ts'
import { ImportDesk } from './import-desk.ts'

export function useDesk(makeDoors: () => DeskDoors): ImportDesk {
  const desk = useMemo(() => new ImportDesk(makeDoors()), [])
  const [, draw] = useState({})
  useEffect(() => desk.subscribe(() => draw({})), [desk])
  useEffect(() => () => desk.discard(), [desk])
  return desk
}
