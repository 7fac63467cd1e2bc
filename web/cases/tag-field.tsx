import { CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Case } from '#domain/cases/wire.ts'
import { useTags } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Picker } from '#web/ui/picker.tsx'
import classes from './case-details.module.css'
import { refusalOf } from './status-picker.tsx'

const say = words.casePage

/** The tags of a case; each change saves at once. */
export function TagField({ of, onChange }: { of: Case; onChange: (tags: string[]) => void }) {
  const known = useTags()
  const fixed = refusalOf(of.may.work) !== undefined
  const toggle = (tag: string) =>
    onChange(of.tags.includes(tag) ? of.tags.filter(one => one !== tag) : [...of.tags, tag])
  const all = [...new Set([...of.tags, ...known])]
  return (
    <div className={classes.tags}>
      {of.tags.map(tag => (
        <span key={tag} className={classes.tag} data-fixed={fixed || undefined}>
          <span>{tag}</span>
          {!fixed && (
            <CloseButton
              size={18}
              iconSize={12}
              aria-label={say.removeTag(tag)}
              onClick={() => toggle(tag)}
            />
          )}
        </span>
      ))}
      {!fixed && (
        <Picker
          label={words.cases.find.tag}
          options={all.map(tag => ({ value: tag, label: tag }))}
          value={of.tags}
          several
          make={words.cases.create.newTag}
          onPick={toggle}
          position="bottom-end"
          className={of.tags.length > 0 ? classes.add : classes.control}
        >
          <IconPlus size={13} stroke={2} aria-hidden />
          <span className={of.tags.length > 0 ? 'visually-hidden' : classes.empty}>{say.addTag}</span>
        </Picker>
      )}
    </div>
  )
}
