import { IconLock } from '@tabler/icons-react'
import type { Comment } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import classes from './comment-view.module.css'
import { linked } from './message-text.tsx'

/** An internal comment, visibly not for customers (ACT-06). */
export function CommentView({ comment }: { comment: Comment }) {
  const say = words.casePage
  return (
    <article className={classes.comment}>
      <PersonAvatar name={comment.author.name} size={28} />
      <div className={classes.main}>
        <header className={classes.head}>
          <span className={classes.author}>{comment.author.name}</span>
          <span className={classes.label}>
            <IconLock size={12} stroke={2} aria-hidden />
            {say.internal}
          </span>
          {comment.editedAt && <span className={classes.edited}>{say.edited}</span>}
          <TimeAgo at={comment.createdAt} className={classes.time ?? ''} />
        </header>
        <div className={classes.text}>{linked(comment.text)}</div>
      </div>
    </article>
  )
}
