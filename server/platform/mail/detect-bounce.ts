import type { MailAttachment } from './understood-mail.ts'

export type BounceEvidence = {
  /** The raw From value, since mail systems often have no address. */
  from: string
  subject: string
  contentType: string
  nullReturnPath: boolean
  failedRecipients: boolean
  text: string
  parts: readonly MailAttachment[]
}

/** How much of the text is looked at: notices say what they are at the top. */
const noticeLength = 12_000

const mailSystem =
  /mailer[-_. ]?daemon|post[-_]?master|mail[ ._-]?deliver(y|ing)?[ ._-]?(sub)?[ ._-]?system|system administrator|mail[-_. ]?system/iu
const reportParts =
  /^(message\/(x?delivery-status|global-delivery-status|feedback-report)|text\/rfc822-headers)$/u
const reportType =
  /^multipart\/report\b.*report-type\s*=\s*"?(delivery-status|global-delivery-status|feedback-report|abuse)/isu

/** Begin of a notice's subject; a person who forwards one puts a prefix before it. */
const noticeSubjects = [
  /^\W*(mail|message|email|e-mail|permanent|temporary)?\s*delivery?\s*(has\s+)?(fail|status|delay|problem|error|notif|warn|unsuccess)/iu,
  /^\W*(mail|message|e-?mail)\s+(delivery\s+)?(has\s+)?(fail|error|could not|was not|not delivered|system error|undeliver)/iu,
  /^\W*(undeliver|undelivered|returned mail|return(ed)? to sender|failure (notice|delivery)|delivery failure|non[- ]?delivery|delayed mail)/iu,
  /^\W*(postmaster\W+)?(e-?mail delivery failure|could not (be )?(deliver|send)|warning\W+could not send|there was an error sending)/iu,
  /^complaint about message from /iu,
  /^\W*(unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|mail-zustellung)/iu,
  /^\W*(non remis|échec de (la )?(remise|distribution)|no se puede entregar|no entregado|non recapitabile|mancato recapito)/iu,
  /^\W*(não é possível entregar|falha na entrega|onbestelbaar|nie można dostarczyć|недоставленн|не доставлено|退信|系统退信)/iu,
  /メールエラー|配信できま|送信できま|配送エラー/u,
]

/** What mail systems write, and people who write to a help desk do not. */
const noticeWords = [
  /\b(could|can) ?not be delivered\b|\b(was|were|has|have) not (been )?delivered\b|\bundeliverable\b|\bunable to deliver\b/iu,
  /\bdelivery (has )?(failed|to the following|status notification)\b|\bhad permanent fatal errors\b|\bdelivery problems\b/iu,
  /\bfollowing address(es)?( |\()|\bfailed permanently\b|\bpermanent(ly)? (error|failure)\b|\bdid not reach the following\b/iu,
  /\bqmail-send program\b|\bmail agent v\d|\bthis is the (mail system|postfix program|mailer-daemon)\b/iu,
  /\btranscript of session\b|\bmessage log follows\b|\bfailure reasons\b|\boriginal message follows\b/iu,
  /\bdelivering your message\b|\bdeliver your message\b|\btrouble delivering\b|\bthe original message was received at\b/iu,
  /\b(user|host|mailbox) (is )?(unknown|not found|full)\b|\bunknown user\b|\binvalid (final )?(delivery )?(recipient|userid|mailbox)\b/iu,
  /\b(RCPT TO:|Received >>>)|\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b|\bfor technical reasons\b|\bm-FILTER\b/iu,
  /送信できませんでした|配信できません|エラーのため|無法投遞|无法投递|退信/u,
  /konnte nicht zugestellt|n'a pas pu être (remis|livré|distribué)|no se (ha podido|pudo) entregar|kon niet worden (bezorgd|afgeleverd)/iu,
]

/** Notices of big senders that come as data, not as mail. */
const dataNotice = /"notificationType"\s*:\s*"(Bounce|Complaint)"/u

/**
 * The tell-tale by which this is a mail system's notice that a mail did not arrive (or was complained
 * about), or null. One weak sign is never enough: what a person wrote must not pass for a bounce (L4).
 */
export function detectBounce(evidence: BounceEvidence): string | null {
  if (reportType.test(evidence.contentType)) return 'delivery report'
  const part = evidence.parts.find(({ mediaType }) => reportParts.test(mediaType))
  if (part && part.mediaType !== 'text/rfc822-headers') return `part ${part.mediaType}`
  if (evidence.failedRecipients) return 'X-Failed-Recipients'
  return fromMailSystem(evidence, part !== undefined)
}

function fromMailSystem(evidence: BounceEvidence, quotesHeaders: boolean): string | null {
  const notice = evidence.text.slice(0, noticeLength)
  if (dataNotice.test(notice)) return 'bounce notification'
  const bySystem = mailSystem.test(evidence.from) || /<>\s*$/u.test(evidence.from)
  const bySubject = noticeSubjects.some(pattern => pattern.test(evidence.subject))
  const byWords = noticeWords.some(pattern => pattern.test(notice))
  if (bySystem && bySubject) return 'a mail system writes of a failed delivery'
  if (bySystem && byWords) return 'a mail system reports a failed delivery'
  if (evidence.nullReturnPath && (bySubject || (byWords && !/^re:/iu.test(evidence.subject)))) {
    return 'no return path and words of a failed delivery'
  }
  if (
    bySubject &&
    (quotesHeaders || evidence.parts.some(({ mediaType }) => mediaType === 'message/rfc822'))
  ) {
    return 'a failed delivery with the mail returned'
  }
  return null
}
