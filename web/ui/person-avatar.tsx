import classes from './person-avatar.module.css'

/** The first letters of the first and last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  const first = Array.from(parts[0] ?? '')[0] ?? '?'
  const last = parts.length > 1 ? (Array.from(parts.at(-1) ?? '')[0] ?? '') : ''
  return (first + last).toUpperCase()
}

function hue(text: string): number {
  let sum = 0
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 360
  return sum
}

/** A person as initials on a quiet colour of their own; an empty ring when there is nobody. */
export function PersonAvatar({ name, size = 20 }: { name: string | null; size?: number }) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.42) }
  if (name === null) return <span className={classes.nobody} style={style} aria-hidden />
  return (
    <span
      className={classes.avatar}
      style={{ ...style, ['--hue' as string]: hue(name) }}
      aria-hidden
      data-initials={initials(name)}
    />
  )
}
