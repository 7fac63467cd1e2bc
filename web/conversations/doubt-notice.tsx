import { IconRobot, IconShieldQuestion } from '@tabler/icons-react'
import type { Message } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'
import { Notice } from '#web/ui/notice.tsx'

const say = words.conversations

/** The doubt about a message as a sentence (SURVIVE T1-T4). */
export function doubtSentence(doubt: NonNullable<Message['doubt']>): string {
  const number = doubt.case?.number ?? null
  const sentence = (say.doubt as Record<string, string | ((number: number | null) => string)>)[doubt.code]
  if (typeof sentence === 'string') return sentence
  return (sentence ?? say.doubt.other)(number)
}

/** Above a message: why its sender is doubted, or that a machine sent it. */
export function DoubtNotice({ message }: { message: Pick<Message, 'doubt' | 'automatic'> }) {
  const { doubt, automatic } = message
  if (doubt) {
    return (
      <Notice
        tone="warn"
        icon={<IconShieldQuestion size={17} stroke={1.7} aria-hidden />}
        action={doubt.case && <ClaimedCase number={doubt.case.number} />}
      >
        {doubtSentence(doubt)}
      </Notice>
    )
  }
  if (automatic === null) return null
  // "bounce: delivery report": what it is, and how that shows.
  const [kind = '', evidence] = automatic.split(': ')
  return (
    <Notice icon={<IconRobot size={17} stroke={1.7} aria-hidden />}>
      <span title={evidence}>
        <strong>{say.automaticKinds[kind] ?? say.automatic}.</strong> {say.automaticHint}
      </span>
    </Notice>
  )
}

function ClaimedCase({ number }: { number: number }) {
  return (
    <LinkButton size="compact-sm" variant="default" to="/cases/$number" params={{ number: String(number) }}>
      {say.openClaimed}
    </LinkButton>
  )
}
