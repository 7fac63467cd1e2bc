/** The inbox and the quarantine. */
export const inbox = {
  title: 'Inbox',
}
