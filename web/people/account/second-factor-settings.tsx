import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { beginSecondFactor, endSecondFactor, renewBackupCodes, type SecondFactor } from './account-api.ts'
import { BackupCodesDialog } from './backup-codes-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import { useCredentialsChanged } from './use-credentials-changed.ts'

const say = words.account.security

type Step = 'turn-on' | 'turn-off' | 'renew' | { begun: SecondFactor } | { codes: string[] } | null

/** The second factor: whether it is on, and the ways to turn it on, off, and to get new backup codes. */
export function SecondFactorSettings() {
  const { twoFactor } = useMe()
  const [step, setStep] = useState<Step>(null)
  const button = (label: string, next: Step) => (
    <Button variant="default" onClick={() => setStep(next)}>
      {label}
    </Button>
  )
  return (
    <>
      <SettingRow
        label={`${say.twoFactor}: ${twoFactor ? say.on : say.off}`}
        hint={say.twoFactorHint}
        control={twoFactor ? button(say.turnOff, 'turn-off') : button(say.turnOn, 'turn-on')}
      />
      {twoFactor && (
        <SettingRow label={say.codes} hint={say.codesRowHint} control={button(say.newCodes, 'renew')} />
      )}
      <Steps step={step} onStep={setStep} />
    </>
  )
}

function Steps({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const changed = useCredentialsChanged()
  const close = () => onStep(null)
  if (step === null) return null
  if (step === 'turn-on') {
    return (
      <PasswordDialog
        title={say.turnOnTitle}
        hint={`${say.confirmHint} ${say.twoFactorEnds}`}
        verb={say.go}
        act={beginSecondFactor}
        onDone={begun => onStep({ begun })}
        onClose={close}
      />
    )
  }
  if (step === 'turn-off') {
    const done = () => {
      changed()
      close()
    }
    return (
      <PasswordDialog
        title={say.turnOffTitle}
        hint={`${say.turnOffHint} ${say.twoFactorEnds}`}
        verb={say.turnOff}
        danger
        act={endSecondFactor}
        onDone={done}
        onClose={close}
      />
    )
  }
  if (step === 'renew') {
    return (
      <PasswordDialog
        title={say.newCodes}
        hint={`${say.newCodesHint} ${say.confirmHint}`}
        verb={say.go}
        act={renewBackupCodes}
        onDone={answer => onStep({ codes: answer.backupCodes })}
        onClose={close}
      />
    )
  }
  if ('codes' in step) return <BackupCodesDialog title={say.codes} codes={step.codes} onClose={close} />
  const verified = () => {
    changed()
    onStep({ codes: step.begun.backupCodes })
  }
  return <SecondFactorSetup uri={step.begun.totpURI} onVerified={verified} onClose={close} />
}
