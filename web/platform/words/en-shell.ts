/** A count with its noun: `many(3, 'case', 'cases')` is "3 cases". */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`
}

/** A count that stops at its cap: "999+". */
export function capped(count: number, cap: number): string {
  return count > cap ? `${cap}+` : String(count)
}

/** The frame around all pages and what every page needs. */
export const shell = {
  product: 'Docket',
  capped,
  nav: {
    main: 'Main',
    inbox: 'Inbox',
    cases: 'Cases',
    quarantine: 'Quarantine',
    settings: 'Settings',
    skip: 'Skip to content',
    more: 'More',
  },
  top: {
    search: 'Search or jump to…',
    notifications: 'Notifications',
    unread: (count: number) => `${many(count, 'unread notification', 'unread notifications')}`,
    account: 'Your account',
    profile: 'Profile',
    shortcuts: 'Keyboard shortcuts',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    signOut: 'Sign out',
  },
  live: {
    lost: 'The connection is lost. What you see may be out of date; trying to reconnect…',
    retryNow: 'Try now',
    back: 'Connected again. Everything is up to date.',
  },
  palette: {
    title: 'Command palette',
    placeholder: 'Go to, do, or find a case by number or words',
    empty: 'Nothing found. Try a case number, a customer’s name or words from the subject.',
    cases: 'Cases',
    searching: 'Searching cases…',
    searchFailed: 'Cases could not be searched just now. Commands still work.',
  },
  groups: {
    go: 'Go to',
    list: 'Lists',
    case: 'This case',
    message: 'This message',
    general: 'General',
  },
  commands: {
    goInbox: 'Go to Inbox',
    goCases: 'Go to Cases',
    goQuarantine: 'Go to Quarantine',
    goSettings: 'Go to Settings',
    palette: 'Open the command palette',
    search: 'Search',
    help: 'Show keyboard shortcuts',
    notifications: 'Open notifications',
    theme: 'Switch between light and dark',
    signOut: 'Sign out',
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open the row',
    refresh: 'Show what is new',
    back: 'Back to the list',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    single: 'Use single-key shortcuts',
    singleHint: 'Switch this off when you use speech input or other tools that press keys for you.',
  },
  actions: {
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    edit: 'Edit',
    undo: 'Undo',
    clear: 'Clear',
    clearFilters: 'Clear filters',
    back: 'Back',
    show: 'Show',
    hide: 'Hide',
    more: 'More actions',
    loadMore: 'Load more',
    signIn: 'Sign in',
  },
  pages: {
    notFound: 'This page does not exist',
    notFoundHint: 'The address may be mistyped, or what was here is gone.',
    noAccess: 'You cannot see this',
    noAccessHint:
      'It may not exist, or your permissions do not reach it. Ask an administrator of your workspace.',
    toInbox: 'Go to the inbox',
    toCases: 'Go to Cases',
    crashed: 'This page stopped working',
    crashedHint:
      'Nothing that was saved is lost. Load the page again; if it keeps happening, tell your administrator.',
    reload: 'Load the page again',
  },
  picker: { none: 'Nothing fits' },
  errors: {
    load: 'This could not be loaded',
    loading: 'Loading…',
  },
  settings: {
    title: 'Settings',
    personal: 'Personal',
    workspace: 'Workspace',
    empty: 'There is nothing for you to set here',
    emptyHint: 'Your role does not include any settings of the workspace.',
  },
}
