import type { Context } from '#server/platform/context.ts'

type Needs = Pick<Context, 'seal' | 'publicUrl'>

/**
 * The secret of an invitation: 256 bits that only this server can make from its id. It is stored nowhere, so
 * that whoever sends the mail can write the link, and nobody can read it from a backup (A4).
 */
export function invitationToken(ctx: Pick<Context, 'seal'>, invitationId: string): string {
  const part = (number: number) => ctx.seal.sign('invitation', `${invitationId} ${number}`)
  return `inv_${part(1)}${part(2)}`
}

/** The link to hand to the invited person. */
export function invitationLink(ctx: Needs, invitationId: string): string {
  return `${ctx.publicUrl}/invitation#token=${invitationToken(ctx, invitationId)}`
}
