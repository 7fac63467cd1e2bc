import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldQuotes, visibleText } from './quotes.ts'

const whole = (text: string) =>
  foldQuotes(text)
    .map(fold => fold.text)
    .join('')

/** Attribution lines of many programs and languages, above text that is not marked line by line. */
test.each([
  'On Mon, Feb 1, 2016 at 4:58 AM -0800, "Some One" <foo@bar.example> wrote:',
  'On Nov 21, 2014,\nat 10:18,\nJohn Doe <john@doe.example> wrote:',
  'On Wed, 14 Nov 2018 08:14:43 -0200 John Doe <john@doe.example> wrote',
  '---- On Tue, 22 Dec 2015 14:17:36 +0530 Sam &lt;sam@x.example&gt; wrote ----',
  'On Nov 26, 2013 you wrote:',
  'Am 13.12.2017 21:11 schrieb "John Doe" <s.test@mail.example>:',
  'Ada Lovelace <ada@mail.example> schrieb am Di., 16. Aug. 2016\num 12:52 Uhr:',
  'Le lun. 15 nov. 2021 à 19:42, John - Acme <john@acme.example>\na écrit :',
  'El jue, 21 nov 2013 a las 10:18, Ana <ana@x.example> escribió:',
  'Il giovedì 8 dicembre 2016, Azienda <a@mycompany.example>\nha scritto:',
  'Em qua., 5 de jan. de 2022 às 10:11, Ana <ana@x.example> escreveu:',
  'Op 12 december 2016 19:05 schreef Company <\nquestions@company.example>:',
  'Den ons 5 jan. 2022 kl 10:11 skrev Ana <ana@x.example>:',
  'tir. 18. apr. 2017 kl. 13:09 skrev Test user <test@x.example\n>:',
  'pe 20. lokakuuta 2017 klo 17.50 John Coe\n<s.test@test.example> kirjoitti:',
  'W dniu 2017-01-09 11:59:39 użytkownik Firma <q@company.example> napisał:',
  'Dnia 27 grudnia 2016 12:08 Firma <q@company.example> napisał(a):',
  'Dne st 5. 1. 2022 v 10:11 odesílatel Ana <ana@x.example> napsal:',
  'ср, 30 апр. 2025 г. в 15:19, John Doe <doe@x.example>:',
  '5 янв. 2022 г., в 10:11, Ана <ana@x.example> написал(а):',
  '5 Oca 2022 Çar, 10:11 tarihinde Ana <ana@x.example> şunu yazdı:',
  'Ana <ana@x.example> ezt írta (időpont: 2022. jan. 5., Sze, 10:11):',
  '2017-11-24 16:32 GMT+01:00 Ana - Firm <s.x@mail.example>:',
  '30.09.2017, 18.30, "John - Doe" <s.x@saas.example>:',
  '在 2016年12月12日 20:45，Ana <ana@x.example> 写道：',
  '2022年1月5日(水) 10:11 Ana <ana@x.example>:',
  '2022년 1월 5일 (수) 오전 10:11, Ana <ana@x.example>님이 작성:',
])('CV-01: %j and what follows it are history', head => {
  const quote = `${head}\n\nPlease try again.\nDid it help?\n`
  const text = `Thank you, that works.\n\n${quote}`
  expect(foldQuotes(text)).toEqual([
    { kind: 'visible', text: 'Thank you, that works.\n\n' },
    { kind: 'quote', text: quote },
  ])
  expect(visibleText(text)).toBe('Thank you, that works.')
})

/** Blocks and separators of Outlook and others. */
test.each([
  '-----Original Message-----',
  '*-------- Original Message --------*',
  '-----Ursprüngliche Nachricht-----\nVon: Max <m@x.example>\nAn: E <e@x.example>\nBetreff: Ihre Anfrage',
  "-------- Message d'origine --------\nDe : A <a@x.example>\nDate : 23/06/24  10:46\nÀ : b@x.example Objet : Abc",
  'From: somedude [mailto:test@x.example]\nSent: Tuesday, 14 May 2013 6:18 AM\nTo: Dev\nSubject: You',
  'From: Ann Other\nSent: Tuesday, 14 May 2013 6:18 AM\nTo: Dev\nSubject: You',
  '*From:* Ann <a@x.example>\n*Sent:* Tuesday\n*To:* Dev <d@x.example>\n*Subject:* You',
  '________________________________\nFrom: A <a@x.example>\nSent: Thursday\nTo: B\nSubject: C',
  'Von: John <s@x.example>\nGesendet: Donnerstag, 23. März 2023 17:11\nAn: J\nBetreff: AW: Hi',
  'De : A<mailto:q@x.example>\nEnvoyé le :jeudi 15 décembre 2016 09:35\nÀ : b\nObjet :C',
  'Da: A<mailto:q@x.example>\nInviato: martedì 3 gennaio 2017 10:35\nA: b\nOggetto: C',
  'Van: A [mailto:q@x.example]\nVerzonden: maandag 5 december 2016 17:00\nAan: b\nOnderwerp: C',
  '====\n\nMessage du : 12/12/2016 13:20\nDe : "A" <q@x.example>\nA : b\nSujet :  C',
  '发件人: A <a@x.example>\n发送时间: 2022年1月5日\n收件人: b\n主题: C',
])('CV-01: the block %j and what follows it are history', block => {
  const quote = `${block}\n\nPlease try again.\n`
  expect(foldQuotes(`Thank you, that works.\n\n${quote}`)).toEqual([
    { kind: 'visible', text: 'Thank you, that works.\n\n' },
    { kind: 'quote', text: quote },
  ])
})

test('answers typed between quoted lines stay visible, whatever stands around them', () => {
  const text =
    'Hi,\nOn Tue, 2011-03-01 at 18:02 +0530, A K wrote:\n> One?\n\nYes.\n> Two?\nNo.\n>\n> -A\n\nBye\n'
  expect(foldQuotes(text)).toEqual([
    { kind: 'visible', text: 'Hi,\n' },
    { kind: 'quote', text: 'On Tue, 2011-03-01 at 18:02 +0530, A K wrote:\n> One?\n' },
    { kind: 'visible', text: '\nYes.\n' },
    { kind: 'quote', text: '> Two?\n' },
    { kind: 'visible', text: 'No.\n' },
    { kind: 'quote', text: '>\n> -A\n' },
    { kind: 'visible', text: '\nBye\n' },
  ])
})

test('a line that a person wrote right above an attribution is not drawn into it', () => {
  expect(
    visibleText('See what she said on 5 May\nOn Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:\n> x'),
  ).toBe('See what she said on 5 May')
  expect(
    visibleText('Thanks, see below\nErla <e@x.example> schrieb am 16. Aug. 2016 um 12:52 Uhr:\n> x'),
  ).toBe('Thanks, see below')
})

test('text below an attribution at the very top stays visible: it may be the answer', () => {
  const text =
    'On 8 May 2017 17:34, "Andy" <Andy@x.example> wrote:\n\n    nil + 12.0\n\nIt should be:\n\n    2.0 + 12.0\n'
  expect(foldQuotes(text)).toEqual([{ kind: 'visible', text }])
})

test('forwarded mail stays visible to its end, with all that it quotes', () => {
  const text =
    'Please see:\n\n---------- Forwarded message ---------\nFrom: A <a@x.example>\nDate: Mon\nSubject: S\nTo: B\n\n> q\n'
  expect(foldQuotes(text)).toEqual([{ kind: 'visible', text }])
  expect(foldQuotes('Look\n\nBegin forwarded message:\n\n> From: A <a@x.example>\n> Hello')).toHaveLength(1)
})

test.each([
  '-- \nAda\nEngine Ltd\n',
  '--\nAda\n',
  '—————\nAda\n📧 ada@x.example\n',
  'Sent from my iPhone\n',
  'Gesendet von Outlook für Android<https://aka.example/a>\n',
  'Envoyé de mon iPhone\n',
  'iPhoneから送信\n',
  'Get Outlook for iOS<https://aka.example/o>\n',
])('the signature %j is folded', signature => {
  expect(foldQuotes(`Thanks for your help!\n\n${signature}`)).toEqual([
    { kind: 'visible', text: 'Thanks for your help!\n\n' },
    { kind: 'signature', text: signature },
  ])
})

/** What looks like a quote or a signature and is neither. */
test.each([
  'On Thursday, I get proper rendering.\nOn 5 May 2024 too.\n',
  'Times:\n\n2024-01-15 14:30:25\n15.01.2024 14:30\n01/15/2024 at 2:30 PM\n\nThese are examples.\n',
  'I parse mail that comes from: john@x.example and from: jane@x.example\n\nFrom: our database, not From: elsewhere.\n',
  'My trip:\nFrom: Berlin\nTo: Rome\nDate: 5 May 2024\n\nPlease book it.\n',
  'Points:\n-- first point\n-- second point\n\nThanks!\n',
  '## Key Points\n----\n\n1. One\n\n----\n\n====\n\nThe end.\n',
  'Here is my mail.\n\nSent from my desk, is much easier than my phone.\n',
  'Code:\n\n```\n> not a quote\n--\nSent from my custom mailer\nOn Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:\n```\n\nEnd.\n',
  'As agreed\n>From now on we pay monthly.\n',
  `Log follows\n--\n${'a line of the log\n'.repeat(60)}`,
  'You wrote at 10:30 that it works, but it does not: see the picture\nThe second one.\n',
])('%j is all visible', text => {
  expect(foldQuotes(text)).toEqual([{ kind: 'visible', text }])
})

test('a mail of nothing but quoted lines is one quote, an empty one nothing', () => {
  expect(foldQuotes('> only this\n')).toEqual([{ kind: 'quote', text: '> only this\n' }])
  expect(foldQuotes('')).toEqual([])
})

const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\r',
      '> quoted',
      '>> twice',
      '>',
      '| bar',
      'Ada> hi',
      '-- ',
      '--',
      '—',
      '____',
      '```',
      '>From us',
    ],
    ...[
      'On Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:',
      '<a@b.example> 2024',
      'wrote:',
      'schrieb am 5.5.2024:',
    ],
    ...[
      '-----Original Message-----',
      '--- Forwarded message ---',
      'From: A <a@b.example>',
      'Sent: x',
      'To: y',
    ],
    ...[
      'Subject: z',
      'Sent from my phone',
      'Plain words.',
      '2013/7/20 sam <s@x.example>',
      'Von: B',
      '\ud800',
      '\u2028',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

test('visible and folded together are the original, always', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const text = lines.join(end)
      return whole(text) === text && foldQuotes(text).every(fold => fold.text !== '')
    }),
    { numRuns: 5_000 },
  )
})

test('no line between quoted lines is ever folded', () => {
  const words = fc.constantFrom(
    'Yes.',
    'No, we tried that in 2024.',
    'It was 10:30 then',
    'thanks',
    'a@b.example',
    '1) ok',
  )
  const blocks = fc.array(fc.tuple(fc.array(fc.constantFrom('> q', '>', '> > r'), { minLength: 1 }), words), {
    minLength: 1,
  })
  const head = 'On Mon, 1 Jan 2024 at 10:00, A <a@b.example> wrote:'
  fc.assert(
    fc.property(blocks, parts => {
      const text = [head, ...parts.flatMap(([quoted, answer]) => [...quoted, answer])].join('\n')
      expect(visibleText(text).split('\n')).toEqual(parts.map(([, answer]) => answer))
    }),
    { numRuns: 500 },
  )
})
