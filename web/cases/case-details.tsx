import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { AssigneePicker } from './assignee-picker.tsx'
import classes from './case-details.module.css'
import { CollaboratorList } from './collaborator-list.tsx'
import { DeadlineField } from './deadline-field.tsx'
import { DescriptionField } from './description-field.tsx'
import { PriorityPicker } from './priority-picker.tsx'
import { Property, Section } from './property.tsx'
import { StatusPicker } from './status-picker.tsx'
import { TagField } from './tag-field.tsx'
import { TeamPicker, TypePicker } from './team-picker.tsx'
import type { CaseActs } from './use-case-acts.ts'

const say = words.casePage
const field = words.cases.field

type Props = { of: Case; acts: CaseActs; onStatus: (status: Exclude<Status, 'new'>) => void }

/** The details column: what the case is, who is in it, when what happened, and whose it is. */
export function CaseDetails({ of, acts, onStatus }: Props) {
  return (
    <div className={classes.column}>
      <Section title={say.fold.case}>
        <Property label={field.status}>
          <StatusPicker of={of} onPick={onStatus} className={classes.control} />
        </Property>
        <Property label={field.team}>
          <TeamPicker of={of} onPick={acts.setTeam} className={classes.control} />
        </Property>
        <Property label={field.assignee}>
          <AssigneePicker of={of} onPick={acts.assign} className={classes.control} />
        </Property>
        <Property label={field.type}>
          <TypePicker of={of} onPick={acts.setType} className={classes.control} />
        </Property>
        <Property label={field.priority}>
          <PriorityPicker of={of} onPick={acts.setPriority} className={classes.control} />
        </Property>
        <Property label={field.tags}>
          <TagField of={of} onChange={acts.setTags} />
        </Property>
        <Property label={field.deadline}>
          <DeadlineField of={of} onChange={acts.setDeadline} />
        </Property>
      </Section>
      <Section title={say.fold.people}>
        <CollaboratorList of={of} />
      </Section>
      <CustomerSection of={of} />
      <DateSection of={of} />
      <Section title={say.description}>
        <DescriptionField of={of} onSave={acts.setDescription} />
      </Section>
    </div>
  )
}

function CustomerSection({ of }: { of: Case }) {
  return (
    <Section title={say.fold.customer}>
      {of.customer ? (
        <>
          <Property label={say.customerName}>
            <span className={classes.plain}>{of.customer.name}</span>
          </Property>
          <Property label={say.customerAddress}>
            <Address text={of.customer.handle} />
          </Property>
        </>
      ) : (
        <p className={classes.note}>{say.noCustomer}</p>
      )}
      <Property label={field.channel}>
        <span className={classes.plain}>{of.channel.name}</span>
      </Property>
      {of.group && (
        <Property label={field.group}>
          <span className={classes.plain}>{of.group.name}</span>
        </Property>
      )}
      <Property label={field.source}>
        <span className={classes.plain}>{words.cases.source[of.source]}</span>
      </Property>
    </Section>
  )
}

/** An address that may break after its @. */
function Address({ text }: { text: string }) {
  const [local, domain] = text.split('@')
  return (
    <span className={classes.plain}>
      {local}
      {domain && '@'}
      <wbr />
      {domain}
    </span>
  )
}

function DateSection({ of }: { of: Case }) {
  const dates: [string, string | null][] = [
    [field.created, of.createdAt],
    [field.assigned, of.assignedAt],
    [field.activity, of.lastActivityAt],
    [field.resolved, of.resolvedAt],
    [field.closed, of.closedAt],
  ]
  return (
    <Section title={say.fold.dates}>
      {dates.map(([label, at]) => at && <DateLine key={label} label={label} at={at} />)}
      {of.assignedBy && (
        <Property label={field.assignedBy}>
          <span className={classes.plain}>{of.assignedBy.name}</span>
        </Property>
      )}
      {of.reopenCount > 0 && <p className={classes.note}>{say.reopened(of.reopenCount)}</p>}
    </Section>
  )
}

function DateLine({ label, at }: { label: string; at: string }) {
  return (
    <Property label={label}>
      <span className={classes.plain}>
        <TimeAgo at={at} />
      </span>
    </Property>
  )
}
