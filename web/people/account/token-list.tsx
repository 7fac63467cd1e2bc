import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Token } from '#domain/people/wire.ts'
import { useNow } from '#web/platform/clock.ts'
import { keys } from '#web/platform/keys.ts'
import { isProblem } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { deleteToken, tokensQuery } from './account-api.ts'

const say = words.account.tokens

/** One's API tokens. `action` is offered where there are none yet. */
export function TokenList({ action }: { action: ReactNode }) {
  const { data, error, refetch } = useQuery(tokensQuery)
  const [deleting, setDeleting] = useState<Token | null>(null)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} height={48} />
  if (data.length === 0) return <EmptyState title={say.empty} hint={say.emptyHint} action={action} />
  return (
    <>
      <ThingList label={words.settingsFrame.pages.tokens}>
        {data.map(token => (
          <Row key={token.id} token={token} onDelete={() => setDeleting(token)} />
        ))}
      </ThingList>
      {deleting && <Delete token={deleting} onClose={() => setDeleting(null)} />}
    </>
  )
}

function Row({ token, onDelete }: { token: Token; onDelete: () => void }) {
  return (
    <Thing
      name={token.name}
      sub={
        <>
          {say.created} <Moment at={token.createdAt} /> ·{' '}
          {token.lastUsedAt ? (
            <>
              {say.used} <Moment at={token.lastUsedAt} />
            </>
          ) : (
            say.unused
          )}
          {token.expiresAt && <Expiry at={token.expiresAt} />}
        </>
      }
      facing
      facts={
        <Button variant="default" aria-label={`${say.remove}: ${token.name}`} onClick={onDelete}>
          {say.remove}
        </Button>
      }
    />
  )
}

function Expiry({ at }: { at: string }) {
  const over = Date.parse(at) <= useNow().getTime()
  return (
    <>
      {' '}
      · {over ? say.ended : say.ends} <Moment at={at} />
    </>
  )
}

function Delete({ token, onClose }: { token: Token; onClose: () => void }) {
  const client = useQueryClient()
  const act = () =>
    deleteToken(token.id).catch((error: unknown) => {
      if (!isProblem(error, 'TOKEN_NOT_FOUND', 'NOT_FOUND')) throw error
    })
  return (
    <ConfirmDialog
      title={say.removeTitle(token.name)}
      hint={say.removeHint}
      verb={say.remove}
      danger
      act={act}
      onDone={() => client.setQueryData<Token[]>(keys.tokens, all => all?.filter(one => one.id !== token.id))}
      onClose={onClose}
    />
  )
}
