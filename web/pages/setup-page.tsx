import { useQuery } from '@tanstack/react-query'
import { SetUpForm } from '#web/people/set-up-form.tsx'
import { get } from '#web/platform/api.ts'
import { keys } from '#web/platform/keys.ts'
import { statusOf } from '#web/platform/problem.ts'
import { useLinkSecret } from '#web/platform/secret-link.ts'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'
import { LonePage } from '#web/ui/lone-page.tsx'

const say = words.people.setup

/** /setup#code=…: the first owner makes the workspace; afterwards this page only points to the sign-in. */
export default function SetupPage() {
  const code = useLinkSecret('code')
  const { error } = useQuery({ queryKey: keys.setup, queryFn: () => get('/setup'), retry: false })
  if (statusOf(error) === 404) {
    return (
      <LonePage title={say.done} hint={say.doneHint}>
        <LinkButton to="/sign-in" size="sm">
          {words.actions.signIn}
        </LinkButton>
      </LonePage>
    )
  }
  if (!code) return <LonePage title={say.noCode} hint={say.noCodeHint} />
  return (
    <LonePage title={say.title} hint={say.hint}>
      <SetUpForm code={code} onDone={() => window.location.assign('/')} />
    </LonePage>
  )
}
