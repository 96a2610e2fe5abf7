// Logging what annoyed the customer, in two steps: which category, then a note if there is one, and "Log".

import { useState } from 'preact/hooks'
import type { Snapshot } from '../../shared/snapshot.ts'
import type { PendingIrritant } from '../panel-state.ts'
import { useReader } from '../reader.ts'
import { type CategoryChoice, categoryChoices } from './category-choices.ts'
import { CategoryPicker } from './category-picker.tsx'
import { IrritantNote } from './irritant-note.tsx'
import type { PanelActions } from './panel-actions.ts'
import { Sheet } from './sheet.tsx'

interface Props {
  snapshot: Snapshot
  pending: readonly PendingIrritant[]
  panel: PanelActions
  close: () => void
}

export function LogIrritant({ snapshot, pending, panel, close }: Props) {
  const { words, locale } = useReader()
  const { title, cancel } = words.panel.log
  const [chosen, setChosen] = useState<CategoryChoice | null>(null)
  const { customer, irritants } = snapshot
  const log = (category: string, note: string | null) => {
    panel.logIrritant({ customerId: customer.id, category, note })
    close()
  }
  return (
    <Sheet title={title(customer.name)} size="low" close={close} closeLabel={cancel}>
      {chosen ? (
        <IrritantNote choice={chosen} change={() => setChosen(null)} log={note => log(chosen.id, note)} />
      ) : (
        <CategoryPicker choices={categoryChoices(irritants, pending, locale)} pick={setChosen} />
      )}
    </Sheet>
  )
}
