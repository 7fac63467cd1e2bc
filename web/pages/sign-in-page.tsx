import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { SecondFactorForm } from '#web/people/second-factor-form.tsx'
import { SignInForm } from '#web/people/sign-in-form.tsx'
import { words } from '#web/platform/words.ts'
import { LonePage } from '#web/ui/lone-page.tsx'

const route = getRouteApi('/sign-in')

/** /sign-in: password, then the second factor of those who have one. */
export default function SignInPage() {
  const { next } = route.useSearch()
  const [second, setSecond] = useState(false)
  // A fresh page, so that nothing of whoever was here before stays in memory.
  const enter = () => window.location.assign(next ?? '/inbox')
  const say = words.people.signIn
  return (
    <LonePage title={second ? say.codeTitle : say.title}>
      {second ? (
        <SecondFactorForm onDone={enter} onStartOver={() => setSecond(false)} />
      ) : (
        <SignInForm onDone={wanted => (wanted ? setSecond(true) : enter())} />
      )}
    </LonePage>
  )
}
