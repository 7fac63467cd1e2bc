import { decodeWords } from 'postal-mime'
import { detectBounce } from './detect-bounce.ts'
import type { Automatic, MailAttachment } from './understood-mail.ts'

export type AutomaticEvidence = {
  /** All values of each header, by its name in lower case. */
  values: ReadonlyMap<string, readonly string[]>
  text: string
  parts: readonly MailAttachment[]
}

const autoReplyFields = [
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'x-autoreply-from',
  'x-autoresponder',
]
const listFields = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'list-subscribe', 'list-owner']
const listFieldsToo = ['list-archive', 'mailing-list', 'x-mailing-list', 'x-list']
const autoReplySubjects = [
  /^\W*auto(matic|mated|matische|mática|matica|matique|matisk)?[ -]?(reply|response|antwort|antwoord|svar)\s*($|[:\])([–—-]|re:|from |von |an )/iu,
  /^\W*(out of (the )?office|ooo:|abwesenheits|réponse automatique|respuesta automática|risposta automatica)/iu,
  /^\W*(resposta automática|automatisch antwoord|автоответ|自動返信|自動回覆|自动回复|自动答复)/iu,
]
const daemon = /mailer[-_. ]?daemon|mail[ ._-]?deliver(y|ing)?[ ._-]?(sub)?[ ._-]?system/iu

/**
 * Did a machine send this on its own (L2, RFC 3834 2)? Says only what it is and how that shows; nothing is
 * ever hidden or dropped for it. Whoever would answer by machine must not where the kind is not `no`.
 */
export function detectAutomatic({ values, text, parts }: AutomaticEvidence): Automatic {
  const first = (field: string) => values.get(field)?.[0]?.slice(0, 2_000) ?? ''
  const subject = decodeWords(first('subject'))
  const returnPath = values.get('return-path')?.[0]
  const bounce = detectBounce({
    from: decodeWords(first('from')),
    subject,
    contentType: first('content-type'),
    nullReturnPath: returnPath !== undefined && /^\s*(<\s*>)?\s*$/u.test(returnPath),
    failedRecipients: values.has('x-failed-recipients'),
    text,
    parts,
  })
  if (bounce !== null) return { kind: 'bounce', why: bounce }
  return autoReplied(values, first, subject) ?? generated(values, first) ?? { kind: 'no', why: '' }
}

type First = (field: string) => string

function autoReplied(values: AutomaticEvidence['values'], first: First, subject: string): Automatic | null {
  const submitted = keyword(first('auto-submitted'))
  if (submitted === 'auto-replied') return { kind: 'auto-replied', why: 'Auto-Submitted: auto-replied' }
  const field = autoReplyFields.find(name => values.has(name) && keyword(first(name)) !== 'no')
  if (field) return { kind: 'auto-replied', why: field }
  if (keyword(first('precedence')) === 'auto_reply')
    return { kind: 'auto-replied', why: 'Precedence: auto_reply' }
  return autoReplySubjects.some(pattern => pattern.test(subject))
    ? { kind: 'auto-replied', why: 'subject of an automatic reply' }
    : null
}

function generated(values: AutomaticEvidence['values'], first: First): Automatic | null {
  const submitted = keyword(first('auto-submitted'))
  if (submitted !== '' && submitted !== 'no')
    return { kind: 'auto-generated', why: `Auto-Submitted: ${submitted}` }
  const precedence = keyword(first('precedence'))
  if (['bulk', 'list', 'junk'].includes(precedence)) return { kind: 'bulk', why: `Precedence: ${precedence}` }
  const list = [...listFields, ...listFieldsToo].find(name => values.has(name))
  if (list) return { kind: 'bulk', why: list }
  const why = quietTellTale(values, first)
  return why === null ? null : { kind: 'auto-generated', why }
}

function quietTellTale(values: AutomaticEvidence['values'], first: First): string | null {
  const suppress = keyword(first('x-auto-response-suppress'))
  if (suppress !== '' && suppress !== 'none') return 'X-Auto-Response-Suppress'
  if (/^multipart\/report\b/iu.test(first('content-type'))) return 'report'
  if (values.has('return-path') && /^\s*(<\s*>)?\s*$/u.test(first('return-path'))) return 'no return path'
  return daemon.test(first('from')) ? 'sent by a mail system' : null
}

/** The first word of a field in lower case, without comments and parameters (RFC 3834 5). */
function keyword(value: string): string {
  return /^[\s"]*([a-z_-]+)/iu.exec(value.replace(/\([^()]*\)/gu, ' '))?.[1]?.toLowerCase() ?? ''
}
