/**
 * The words by which mail programs of many languages mark what they quote. All in lower case, compared after
 * `toLowerCase` and NFC.
 */

function list(words: string): string[] {
  return words.split('|').map(word => word.trim().normalize('NFC'))
}

/** "wrote" in the line above a quote. */
export const wroteWords: readonly string[] = list(`
  wrote | writes | schrieb | geschrieben | a écrit | écrit | ha scritto | scrisse | scrive | escribió |
  escribio | escribiu | va escriure | escreveu | schreef | schreven | skrev | skriver | kirjoitti |
  napisał | napisała | napisal | pisze | napsal | napsala | napísal | napísala | písal | написал |
  написала | написав | пишет | писал | пише | napisao | napisala | írta | a scris | yazdı | yazmış |
  έγραψε | parašė | rašė | rakstīja | kirjutas | skrifaði | idatzi du | viết | menulis | sumulat |
  เขียน | כתב | כתבה | كتب | نوشت | 写道 | 寫道 | 写到 | 書きました | 作成 | 작성 | 썼습니다
`)

/** How the line above a quote begins, besides with a date, a day of the week or a name with an address. */
export const openingWords: ReadonlySet<string> = new Set(
  list(`
  on | am | le | el | il | op | den | em | no | a | w | dnia | dne | dňa | på | в | у | la | pada |
  vào | στις | pe | în | à | ב | בתאריך | في | fra | från | von | de | from
`),
)

export type HeaderLabel = 'from' | 'sent' | 'to' | 'subject' | 'cc'

const labels: Readonly<Record<HeaderLabel, string>> = {
  from: `
  from | von | de | da | van | od | från | fra | lähettäjä | от | от кого | від | gönderen | kimden |
  feladó | expediteur | expéditeur | de la | από | 发件人 | 寄件者 | 寄件人 | 差出人 | 送信者 | 보낸 사람 | 보낸사람 | מאת |
  من | dari | saatja | nuo | no | remitente | remetente | mittente
`,
  sent: `
  sent | date | gesendet | gesendet am | datum | envoyé | envoyé le | envoyée | date d’envoi | fecha |
  enviado | enviado el | enviado em | enviada em | data | inviato | verzonden | skickat | sendt |
  lähetetty | päivämäärä | wysłano | wysłane | odesláno | odoslané | отправлено | дата | надіслано |
  gönderildi | tarih | elküldve | dátum | dato | trimis | στάλθηκε | ημερομηνία | 发送时间 | 日期 | 寄件日期 |
  送信日時 | 日付 | 보낸 날짜 | 날짜 | נשלח | تاريخ | message du | data wysłania | tanggal
`,
  to: `
  to | an | à | a | para | aan | till | til | vastaanottaja | do | komu | кому | kime | alıcı |
  címzett | către | προς | 收件人 | 宛先 | 받는 사람 | 받는사람 | אל | إلى | kepada | pour | destinatario
`,
  subject: `
  subject | betreff | objet | sujet | asunto | assunto | oggetto | onderwerp | ämne | emne | aihe |
  temat | předmět | predmet | тема | konu | tárgy | subiect | θέμα | 主题 | 主旨 | 件名 | 제목 | נושא |
  الموضوع | perihal | subjek
`,
  cc: `
  cc | kopie | copie | copie à | kopia | копия | reply-to | antwort an | répondre à | bcc | 抄送 |
  importance
`,
}

export const labelOf: ReadonlyMap<string, HeaderLabel> = new Map(
  (Object.keys(labels) as HeaderLabel[]).flatMap(label =>
    list(labels[label]).map(word => [word, label] as const),
  ),
)

/** Between dashes or stars: from here on it is the mail that was answered. */
export const originalMessage: ReadonlySet<string> = new Set(
  list(`
  original message | original appointment | ursprüngliche nachricht | originalnachricht |
  originale nachricht | message d'origine | message d’origine | message original | message initial |
  mensaje original | mensagem original | messaggio originale | oorspronkelijk bericht |
  origineel bericht | originalmeddelande | ursprungligt meddelande | opprinnelig melding |
  oprindelig meddelelse | oprindelig besked | alkuperäinen viesti | wiadomość oryginalna |
  oryginalna wiadomość | původní zpráva | původní e-mail | pôvodná správa | исходное сообщение |
  оригинальное сообщение | оригінальне повідомлення | eredeti üzenet | mesaj original | orijinal mesaj |
  αρχικό μήνυμα | 原始邮件 | 原始郵件 | 元のメッセージ | 원본 메시지 | הודעה מקורית | الرسالة الأصلية | missatge original
`),
)

/** From here on it is mail that the sender passes on and wants read. */
export const forwardedMessage: ReadonlySet<string> = new Set(
  list(`
  forwarded message | forwarded by | begin forwarded message | weitergeleitete nachricht |
  weitergeleitete message | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail |
  message transféré | message transmis | début du message transféré | début du message réexpédié |
  mensaje reenviado | inicio del mensaje reenviado | mensagem encaminhada | mensagem reencaminhada |
  início da mensagem encaminhada | messaggio inoltrato | inizio messaggio inoltrato |
  doorgestuurd bericht | begin doorgestuurd bericht | vidarebefordrat meddelande | videresendt melding |
  videresendt meddelelse | videresendt besked | välitetty viesti | przekazana wiadomość |
  przeslana dalej wiadomość | přeposlaná zpráva | preposlaná správa | пересылаемое сообщение |
  továbbított üzenet | пересланное сообщение | переслане повідомлення | mesaj redirecționat |
  iletilen mesaj | 转发的邮件 | 轉寄郵件 | 転送メッセージ
`),
)

/** "Sent from my phone": how such a line begins. */
export const deviceOpenings: readonly string[] = list(`
  sent from | sent via | sent with | get outlook for | gesendet von | gesendet mit | von meinem |
  diese nachricht wurde von meinem | holen sie sich outlook für | outlook für | envoyé de |
  envoyé depuis | envoyé à partir | envoyé avec | télécharger outlook pour | obtenir outlook pour |
  enviado desde | enviado do | enviado a partir | enviado com | enviado con | obtener outlook para |
  obter o outlook para | inviato da | inviato dal | ottieni outlook per | verzonden vanaf |
  verzonden met | verstuurd vanaf | outlook voor | skickat från | skickades från | sendt fra |
  lähetetty | wysłane z | wysłano z | odesláno z | odoslané z | отправлено с | отправлено из |
  надіслано з | küldve | trimis de pe | trimis din | στάλθηκε από | nosūtīts no | 发自我的 | 从我的 | 從我的 |
  傳送自 | נשלח מה | أرسلت من | أُرسلت من | poslano z | poslano iz | dikirim dari
`)

/** The same in languages that put it last. */
export const deviceEndings: readonly string[] = list(`
  から送信 | から送信されました | 에서 보냄 | 에서 보냈습니다 | gönderildi | gönderilmiştir
`)
