import { allCommands, type Command, obey } from './commands.ts'

const apple = /mac|iphone|ipad/i.test(navigator.userAgent)
const setting = 'docket.single-keys'
const patience = 1_000
/** What floats in front of the page: dialogs, menus, lists to pick from. */
const inFront = '[role="dialog"], [data-menu-dropdown], [aria-haspopup="listbox"][aria-expanded="true"]'

/** May single keys act? Some people press them unwillingly (WCAG 2.1.4), so they can be switched off. */
export function singleKeys(): boolean {
  return localStorage.getItem(setting) !== 'off'
}

/** Switches single-key shortcuts on or off for this browser. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(setting, on ? 'on' : 'off')
}

/** The keys of a command as they are printed: `["G", "I"]`, `["⌘", "K"]`. */
export function printed(keys: string): string[] {
  return keys.split(/[ +]/).map(key => {
    if (key === 'mod') return apple ? '⌘' : 'Ctrl'
    return { enter: '↵', escape: 'Esc', shift: 'Shift' }[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  })
}

/** Does this key press say `wanted` (`c`, `mod+enter`, `?`)? */
export function pressed(event: KeyboardEvent, wanted: string): boolean {
  const parts = wanted.split('+')
  const key = parts.at(-1)
  const mod = parts.includes('mod')
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey) return false
  if (parts.includes('shift') && !event.shiftKey) return false
  return event.key.toLowerCase() === key
}

/** Is the person typing, or is something floating in front that has its own keys? */
function busy(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null
  if (target?.closest('input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]'))
    return true
  return document.querySelector(inFront) !== null
}

/** Listens for the keys of all commands; `g` waits a second for its second letter. Returns how to stop. */
export function listenForKeys(): () => void {
  let before: { key: string; at: number } | null = null
  const handle = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return repeatable(event)
    const prefix = before && event.timeStamp - before.at < patience ? `${before.key} ` : ''
    before = null
    const command = find(event, prefix)
    if (command) return act(event, command)
    if (!busy(event) && singleKeys() && startsSequence(event.key))
      before = { key: event.key, at: event.timeStamp }
  }
  window.addEventListener('keydown', handle)
  return () => window.removeEventListener('keydown', handle)
}

/** Holding j or k keeps moving; nothing else repeats. */
function repeatable(event: KeyboardEvent) {
  if (!event.repeat || event.defaultPrevented || !['j', 'k', 'ArrowDown', 'ArrowUp'].includes(event.key))
    return
  const command = find(event, '')
  if (command) act(event, command)
}

function act(event: KeyboardEvent, command: Command) {
  event.preventDefault()
  obey(command)
}

function find(event: KeyboardEvent, prefix: string): Command | undefined {
  const candidates = allCommands().filter(command => command.keys && fits(event, prefix, command.keys))
  return candidates.at(-1)
}

function fits(event: KeyboardEvent, prefix: string, keys: string): boolean {
  if (keys.includes('mod+')) return prefix === '' && pressed(event, keys)
  if (busy(event) || !singleKeys()) return false
  if (event.key === 'Enter' && (event.target as HTMLElement).closest('a, button, summary')) return false
  if (!keys.includes(' ')) return prefix === '' && keys.split('|').some(one => pressed(event, one))
  const [first, second] = keys.split(' ') as [string, string]
  return prefix === `${first} ` && pressed(event, second)
}

function startsSequence(key: string): boolean {
  return allCommands().some(command => command.keys?.startsWith(`${key} `))
}
