/** Where a mailbox is fetched from or mail is sent through, without the password. */
export type MailServer = { host: string; port: number; secure: boolean; user: string }

/**
 * Does a password given for one server still count after a change to another? Only if it would go to the same
 * place under the same name, and no less protected than before: otherwise whoever may change the server could have the password
 * sent to one of their own (O5).
 */
export function keepsPassword(before: MailServer | null, after: MailServer): boolean {
  return (
    before !== null &&
    before.host.toLowerCase() === after.host.toLowerCase() &&
    before.port === after.port &&
    before.user === after.user &&
    (after.secure || !before.secure)
  )
}
