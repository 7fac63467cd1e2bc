import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One real mail of the test collection; `name` is its path inside it. */
export type CorpusMail = { name: string; raw: Uint8Array }

const beside = fileURLToPath(new URL('../../../shared/corpus/mail', import.meta.url))

/** Where the collection of real mail lies, or null where this machine has none; it is not part of the project. */
function corpusFolder(): string | null {
  const folder = process.env.DOCKET_MAIL_CORPUS ?? beside
  return existsSync(folder) ? folder : null
}

/** What tests say where the collection is missing. */
export const corpusMissing = 'no mail collection here; set DOCKET_MAIL_CORPUS to its folder'

/** All mail of the collection, or of the folders named, in a fixed order; empty where there is none. */
export function corpusMails(...folders: string[]): CorpusMail[] {
  const root = corpusFolder()
  if (root === null) return []
  const chosen = folders.length > 0 ? folders : readdirSync(root).toSorted()
  return chosen.flatMap(folder =>
    readdirSync(join(root, folder))
      .toSorted()
      .map(file => ({ name: `${folder}/${file}`, raw: readFileSync(join(root, folder, file)) })),
  )
}

/** A few mails of our own, so that mutants can be bred anywhere. */
export const ownSamples: readonly CorpusMail[] = [
  'From: Ada <ada@example.org>\r\nTo: help@example.com\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n\r\nHi\r\n',
  'From: =?utf-8?B?QWRh?= <ada@example.org>\r\nSubject: =?utf-8?Q?=C3=84?=\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Gr&uuml;&szlig;e <a href="https://example.org">x</a><img src="cid:1"></p>\r\n--b--\r\n',
  'From: ada@example.org\nContent-Type: multipart/mixed; boundary="=_1"\n\n--=_1\n\nText\n--=_1\nContent-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename*=utf-8\'\'a%20b.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--=_1\nContent-Type: message/rfc822\n\nFrom: bob@example.org\nSubject: Inner\n\nInner text\n--=_1--\n',
  'Return-Path: <>\r\nFrom: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\n\r\nUndeliverable\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n--r--\r\n',
].map((text, index) => ({ name: `own/${index + 1}`, raw: new TextEncoder().encode(text) }))
