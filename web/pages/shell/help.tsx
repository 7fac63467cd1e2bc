import { Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { type Command, useAllCommands } from '#web/platform/commands.ts'
import { setSingleKeys, singleKeys } from '#web/platform/keyboard.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import classes from './help.module.css'

const say = words.shortcuts

/** The list of all keys that work on this page, made from the same commands that listen to them. */
export default function Help({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(singleKeys)
  const groups = Map.groupBy(
    useAllCommands().filter(command => command.keys),
    command => command.group,
  )
  const change = (value: boolean) => {
    setSingleKeys(value)
    setOn(value)
  }
  return (
    <Modal opened onClose={onClose} title={say.title} size={680} centered>
      <div className={classes.columns}>
        {[...groups].map(([group, commands]) => (
          <Group key={group} name={group} commands={commands} />
        ))}
      </div>
      <Switch
        mt="md"
        label={say.single}
        description={say.singleHint}
        checked={on}
        onChange={event => change(event.currentTarget.checked)}
      />
    </Modal>
  )
}

function Group({ name, commands }: { name: string; commands: Command[] }) {
  return (
    <section className={classes.group}>
      <h2 className={classes.heading}>{name}</h2>
      <dl className={classes.list}>
        {commands.map(command => (
          <div key={command.id} className={classes.row}>
            <dt>{command.title}</dt>
            <dd>
              <KeyHint keys={command.keys ?? ''} />
              <span className="visually-hidden">{command.keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
