import classes from './tag-mark.module.css'

/** A tag as a quiet pill. */
export function TagMark({ tag }: { tag: string }) {
  return <span className={classes.tag}>{tag}</span>
}
