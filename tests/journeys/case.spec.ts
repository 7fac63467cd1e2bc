import type { Page } from '@playwright/test'
import { expect, test } from './docket.ts'

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' })
const reply = (page: Page) => page.getByRole('textbox', { name: 'Your reply' })

test('AS-11 CF-16 ST-01: claimed, moved and given on by keys, each saved at once', async ({ as, house }) => {
  const number = await house.openCase({ subject: 'Worked by keys' })
  const page = await as('ada')
  await page.goto(`/cases/${number}`)
  await expect(page.getByRole('button', { name: 'Claim it' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(timeline(page)).toContainText('Ada claimed this case')
  await page.keyboard.press('s')
  await page.getByRole('textbox', { name: 'Change status to…' }).fill('on hold')
  await page.keyboard.press('Enter')
  await expect(timeline(page)).toContainText('Ada changed the status from Open to On hold')
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: 'Change priority to…' }).fill('critical')
  await page.keyboard.press('Enter')
  await expect(timeline(page)).toContainText('to critical')
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Find a person' }).fill('Bob')
  await page.keyboard.press('Enter')
  await expect(timeline(page)).toContainText('Ada assigned this case to Bob')
  const { body } = await house.product.call('GET', `/cases/${number}`)
  expect(body).toMatchObject({ status: 'on_hold', priority: 'critical', assignee: { name: 'Bob' } })
})

test('ST-02 CC-08 D-17: sent and resolved in one act; the resolved case says when it reopens', async ({
  as,
  house,
}) => {
  const { id } = await house.mail({ subject: 'Answer and resolve', text: 'How do I open it?' })
  const made = await house.product.call('POST', '/cases', { messageId: id, assigneeId: house.ada.id })
  const page = await as('ada')
  await page.goto(`/cases/${made.body.number}`)
  await page.keyboard.press('r')
  await reply(page).fill('Turn it to the left.')
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Send and resolve' }).click()
  await expect(timeline(page)).toContainText('Turn it to the left.')
  await expect(page.getByText('It reopens if the customer writes before')).toBeVisible()
  await page.getByRole('button', { name: 'Reopen', exact: true }).click()
  await expect(reply(page)).toBeVisible()
  await expect(reply(page)).toHaveValue('')
})

test('BY-05: a reply stops when a newer message came, shows it, and keeps the words', async ({
  as,
  house,
}) => {
  const { id } = await house.mail({
    subject: 'Wait for me',
    text: 'First question',
    messageId: '<first@customer.example>',
  })
  const made = await house.product.call('POST', '/cases', { messageId: id, assigneeId: house.ada.id })
  const page = await as('ada')
  await page.goto(`/cases/${made.body.number}`)
  await reply(page).fill('An answer to the first question')
  await house.mail({
    subject: 'Re: Wait for me',
    text: 'One more thing, please',
    inReplyTo: '<first@customer.example>',
    references: '<first@customer.example>',
  })
  await expect(timeline(page)).toContainText('One more thing, please')
  await expect(page.getByText('A newer message arrived while you were writing.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(reply(page)).toHaveValue('An answer to the first question')
  await expect(timeline(page)).not.toContainText('An answer to the first question')
  await page.getByRole('button', { name: 'I have read it' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(timeline(page)).toContainText('An answer to the first question')
})

test('a draft and a comment survive a closed page; a comment stays internal', async ({ as, house }) => {
  const { id } = await house.mail({ subject: 'Kept words', text: 'Hello' })
  const made = await house.product.call('POST', '/cases', { messageId: id, assigneeId: house.ada.id })
  const page = await as('ada')
  await page.goto(`/cases/${made.body.number}`)
  await reply(page).fill('Half a sentence')
  await page.reload()
  await expect(reply(page)).toHaveValue('Half a sentence')
  await page.getByRole('tab', { name: 'Comment' }).click()
  const comment = page.getByRole('textbox', { name: 'Internal comment' })
  await comment.pressSequentially('Have a look @bo')
  await page.getByRole('option', { name: 'Bob' }).click()
  await expect(comment).toHaveValue('Have a look @Bob ')
  await page.getByRole('button', { name: 'Add comment' }).click()
  await expect(timeline(page).getByRole('article').filter({ hasText: '@Bob' })).toContainText('Internal')
  const bob = await as('bob')
  await bob.goto('/inbox')
  await bob.getByRole('button', { name: /unread notification/ }).click()
  await expect(bob.getByRole('dialog', { name: 'Notifications' })).toContainText('Ada mentioned you')
})

test('DT-14: who was slower sees the present state and is told', async ({ as, house }) => {
  const number = await house.openCase({ subject: 'Two at once', assigneeId: house.ada.id })
  const page = await as('ada')
  // Without the live stream the page does not hear of the other change beforehand.
  await page.route('**/api/v1/events', route => route.abort())
  await page.goto(`/cases/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two at once')
  await house.product.call('PATCH', `/cases/${number}`, { priority: 'low' })
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: 'Change priority to…' }).fill('critical')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Somebody changed this case at the same moment.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Low')
})

test('ACT-01 ACT-05: what others do appears by itself, and the timeline can be filtered', async ({
  as,
  house,
}) => {
  const number = await house.openCase({ subject: 'Watched live', assigneeId: house.ada.id })
  const page = await as('ada')
  await page.goto(`/cases/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watched live')
  await house.product.call('POST', `/cases/${number}/comments`, { text: 'Written elsewhere' })
  await expect(timeline(page)).toContainText('Written elsewhere')
  await page.getByRole('link', { name: 'Events', exact: true }).click()
  await expect(page).toHaveURL(/show=events/)
  await expect(timeline(page)).not.toContainText('Written elsewhere')
  await page.getByRole('link', { name: 'Comments', exact: true }).click()
  await expect(timeline(page)).toContainText('Written elsewhere')
})

test('CF-18 D-22: subject and description change by an explicit edit', async ({ as, house }) => {
  const number = await house.openCase({
    subject: 'Misspeled',
    description: 'Old text',
    assigneeId: house.ada.id,
  })
  const page = await as('ada')
  await page.goto(`/cases/${number}`)
  await page.getByRole('heading', { level: 1 }).hover()
  await page.getByRole('button', { name: 'Edit subject' }).click()
  await page.getByRole('textbox', { name: 'Subject' }).fill('Misspelled')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Misspelled')
  await expect(timeline(page)).toContainText('changed the subject from Misspeled to Misspelled')
})
