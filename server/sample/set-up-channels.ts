import type { AccessEntry } from '#domain/channels/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import { changeCaseSettings } from '#server/cases/change-settings.ts'
import { listCaseTypes } from '#server/cases/find-names.ts'
import { caseSettings } from '#server/cases/settings-access.ts'
import { findChannelByAddress } from '#server/channels/access.ts'
import { createChannel } from '#server/channels/create-channel.ts'
import { setAccess } from '#server/channels/set-access.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Cast } from './cast.ts'
import { company, type PersonKey, type TeamName } from './company.ts'
import type { Stage } from './open-stage.ts'
import { campaigns } from './plan-stories.ts'
import { actorOf, type People } from './set-up-people.ts'
import type { Situation } from './situation.ts'
import { addCampaigns, findDeskOf } from './store.ts'

/** Opens the mailboxes and the shop's form, and says how the company handles its cases. Gives the whole cast. */
export async function setUpChannels(stage: Stage, people: People, at: Date): Promise<Cast> {
  const { channels, types, deskId } = await stage.at(at, async (ctx, tx) => {
    const owner = await actorOf(tx, people.ids.owner)
    const domain = await freeDomain(ctx, stage.workspaceId)
    const mailbox = mailboxes(ctx, owner, people, domain)
    const support = await mailbox('Support', 'support', people.care, 'Front desk')
    const billing = await mailbox('Billing', 'billing', people.accounts, 'Billing')
    const options = { defaultTeamId: people.teams['Front desk'] }
    const shop = await createChannel(ctx, owner, { kind: 'api', name: 'Shop', groupId: people.care, options })
    await setAccess(ctx, owner, billing.id, { entries: billingAccess(people) })
    await letReopen(ctx, tx, owner)
    await addCampaigns(tx, campaigns)
    const known = await listCaseTypes(tx)
    return {
      channels: { support, billing, shop: { id: shop.id, address: '' } },
      types: Object.fromEntries(known.map(type => [type.name, type.id])) as Record<Situation['type'], string>,
      deskId: await findDeskOf(tx, people.care),
    }
  })
  return { actors: await actorsOf(stage, people, at), teams: people.teams, channels, deskId, types }
}

function mailboxes(ctx: Context, owner: Actor, people: People, domain: string) {
  return async (name: string, local: string, groupId: string, team: TeamName) => {
    const address = `${local}@${domain}`
    const options = { defaultTeamId: people.teams[team], senderName: `${company.name} ${name.toLowerCase()}` }
    const { id } = await createChannel(ctx, owner, { kind: 'email', name, address, groupId, options })
    return { id, address }
  }
}

/** An address belongs to one channel of a server: a second made-up company there has a domain of its own. */
async function freeDomain(ctx: Context, workspaceId: string): Promise<string> {
  const taken = await findChannelByAddress(ctx, `support@${company.domain}`)
  return taken ? `${workspaceId.slice(-6)}.${company.domain}` : company.domain
}

/** What customers owe is nothing for everybody's eyes: by name, and for the supervisor. */
function billingAccess(people: People): AccessEntry[] {
  const byName = (key: PersonKey, level: AccessEntry['level']): AccessEntry => ({
    subject: { kind: 'user', userId: people.ids[key] },
    level,
  })
  const byRole = (role: 'supervisor' | 'agent' | 'viewer', level: AccessEntry['level']): AccessEntry => ({
    subject: { kind: 'role', role },
    level,
  })
  return [
    byRole('supervisor', 'full'),
    byRole('agent', 'no_access'),
    byRole('viewer', 'read_only'),
    byName('beatriz', 'full'),
    byName('oskar', 'can_reply'),
  ]
}

/** A customer who writes soon after a case was closed by hand gets it reopened. */
async function letReopen(ctx: Context, tx: Tx, owner: Actor): Promise<void> {
  const { settings } = await caseSettings(tx)
  await changeCaseSettings(ctx, owner, {
    ...settings,
    autoReopen: { enabled: true, thresholdHours: 96 },
    veryHighPriority: true,
  })
}

async function actorsOf(stage: Stage, people: People, at: Date): Promise<Cast['actors']> {
  return stage.at(at, async (_ctx, tx) => {
    const actors: Partial<Record<PersonKey, Actor>> = {}
    for (const [key, id] of Object.entries(people.ids)) actors[key as PersonKey] = await actorOf(tx, id)
    return actors as Cast['actors']
  })
}
