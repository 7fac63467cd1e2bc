import { expect, test } from 'vitest'
import { emptyChannel, newChannelOf, withKind, wrongAddress } from './channel-form.ts'

test('D-05: late messages make cases in e-mail channels unless somebody decides otherwise', () => {
  expect(emptyChannel('email').createOnLateMessage).toBe(true)
  expect(emptyChannel('api').createOnLateMessage).toBe(false)
  expect(withKind(emptyChannel('email'), 'desk').createOnLateMessage).toBe(false)
})

test('a channel that is no e-mail channel is sent without address and mail servers', () => {
  const fields = { ...emptyChannel('email'), name: ' Phone ', address: 'a@example.com', fetches: true }
  expect(newChannelOf(withKind(fields, 'desk'))).toEqual({
    kind: 'desk',
    name: 'Phone',
    options: { createOnLateMessage: false, defaultTeamId: null },
  })
})

test('mail servers are sent only when they were asked for', () => {
  const fields = { ...emptyChannel('email'), name: 'Support', address: 'a@example.com', sends: false }
  expect(newChannelOf(fields)).not.toHaveProperty('smtp')
  expect(newChannelOf(fields)).not.toHaveProperty('imap')
  expect(newChannelOf({ ...fields, fetches: true })).toHaveProperty('imap')
})

test('only an e-mail channel needs an address, and a whole one', () => {
  expect(wrongAddress({ ...emptyChannel('email'), address: 'support' })).not.toBeNull()
  expect(wrongAddress({ ...emptyChannel('email'), address: 'support@example.com' })).toBeNull()
  expect(wrongAddress(emptyChannel('desk'))).toBeNull()
})
