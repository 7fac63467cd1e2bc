import { Radio } from '@mantine/core'
import { type ChannelKind, channelKinds } from '#domain/channels/kinds.ts'
import { words } from '#web/platform/words.ts'
import { kindIcons } from './channel-list.tsx'
import classes from './kind-choice.module.css'

const say = words.channels

/** The kinds of channel, each with what it is for. */
export function KindChoice({
  value,
  onChange,
}: {
  value: ChannelKind
  onChange: (kind: ChannelKind) => void
}) {
  return (
    <Radio.Group
      aria-label={say.form.kind}
      value={value}
      onChange={chosen => {
        const kind = channelKinds.find(one => one === chosen)
        if (kind) onChange(kind)
      }}
    >
      <div className={classes.kinds}>
        {channelKinds.map(kind => {
          const Picture = kindIcons[kind]
          return (
            <Radio.Card key={kind} value={kind} className={classes.kind}>
              <Picture size={18} stroke={1.6} aria-hidden />
              <span className={classes.name}>{say.kinds[kind].name}</span>
              <span className={classes.hint}>{say.kinds[kind].hint}</span>
            </Radio.Card>
          )
        })}
      </div>
    </Radio.Group>
  )
}
