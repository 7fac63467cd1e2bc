import { expect, test } from 'vitest'
import { foldQuotes } from '#domain/conversations/quotes.ts'
import { corpusMails, corpusMissing } from './mail-corpus.ts'
import { millisecondsOf } from './stopwatch.ts'

const texts = new Map(
  (corpusMails().length > 0 ? corpusMails('crisp', 'reply_trimmer') : []).map(({ name, raw }) => [
    name.replace(/^.*\/test_(fixtures|emails)_|\.txt$/gu, ''),
    new TextDecoder().decode(raw),
  ]),
)
const missing = texts.size === 0

/** Read by people, file by file: each fold as its kind and its first words. `lorem` is the reply in Latin. */
const lorem = 'visible: Fusce bibe'
const golden: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries({
      email_10: 'De : Compa',
      email_12: 'Van: Compa',
      email_13: 'Da: Compan',
      email_14: 'W dniu 201',
      email_16: 'Dnia 27 gr',
      email_17: 'W dniu 201',
      email_22: '30.09.2017',
      email_23: '2017-11-24',
      email_24: 'On Wed, 14',
      email_9: '====\r\n\r\nMe',
      email_en_multiline_2: 'On Tue, 16',
      email_finnish: 'pe 20. lok',
      email_fr_multiline: 'Le lun. 15',
      email_french_dash_separator: '-------- M',
      email_german: 'Am 13.12.2',
      email_german_2: 'Von: John',
      email_german_outlook: '-----Urspr',
      email_msn: '__________',
      email_norwegian_gmail: 'tir. 18. a',
      email_original_message: '-----origi',
      email_original_message_2: '----- Orig',
      email_russian: 'ср, 30 апр',
      email_tricky_15_original_message_variations: '-----Origi',
    }).map(([name, quote]) => [name, [lorem, `quote: ${quote}`]]),
  ),
  email_french_2: [lorem, 'quote: > Le 29 av', 'visible: '],
  email_tricky_10_special_chars_in_name: [lorem, 'quote: On Dec 15,', 'visible: '],
  email_15: [lorem, 'signature: Sent from', 'visible: Etiam non'],
  email_german_3: [lorem, 'signature: Gesendet v', 'visible: Hi there!'],
  email_ios_outlook: [lorem, 'signature: Get Outloo', 'quote: __________'],
  email_7: [
    ...[lorem, 'quote: Il giovedì', 'visible: ignissim o', 'quote: >\r\n>\r\n> Ve', 'visible: rhoncus to'],
    ...['quote: >', 'visible: ', 'signature: -- \r\n\r\n____'],
  ],
  email_8: [lorem, 'quote: Op 12 dece', 'visible: eget accum', 'quote: >'],
  email_19: ['visible: On Thursda', 'signature: Sent from', 'visible: ', 'quote: On Dec 16,'],
  email_2: [
    'visible: Hi,',
    'quote: On Tue, 20',
    'visible: You can li',
    'quote: > \n> -Abhi',
    'visible: __\nriak-us',
  ],
  email_20: ['visible: On Thursda', 'quote: > On May 1'],
  email_5: ["visible: One: Here'"],
  email_blackberry: ['visible: Here is an', 'signature: Sent from'],
  email_multi_word_sent_from_my_mobile_device: ['visible: Here is an', 'signature: Sent from'],
  email_sent_from_my_not_signature: ['visible: Here is an'],
  email_bullets: ['visible: test 2 thi', 'quote: On Fri, Fe', 'visible: ', 'signature: --\n\n*Joe S'],
  email_custom_quote_header: [
    'visible: Thank you!',
    'quote: 2013.02.08',
    'visible: ',
    'signature: -- \nGyőrvá',
  ],
  email_customer_quote_header_2: ['visible: Thank you', 'quote: From: some'],
  email_customer_quote_header_3: ['visible: bonjour,\nj', 'quote: De : Someo'],
  email_not_a_signature: ['visible: Dear XXXXX'],
  email_not_a_signature_2: ["visible: Hello,\n\nI'"],
  email_sent_from: ['visible: Hi it can', 'signature: Sent from', 'quote: On Jun 17,'],
  email_thread: ['visible: This is ne', 'quote: On Nov 21,'],
  email_tricky_11_double_signature: ['visible: Thanks for', 'signature: --\nJohn Do'],
  email_tricky_13_timestamp_variations: ['visible: Here are d'],
  email_tricky_16_unicode_signatures: ['visible: Thanks for', 'signature: —————\nSara'],
  email_tricky_17_forward_header: ['visible: See the fo'],
  email_tricky_19_quote_without_header: [
    ...[
      'visible: I wanted t',
      'quote: > This is',
      'visible: My respons',
      'quote: > Another',
      'visible: And my fin',
    ],
  ],
  email_tricky_20_html_entities: ['visible: The data s', 'quote: On Dec 15,', 'visible: '],
  email_tricky_3_code_block: ["visible: Here's the"],
  email_tricky_4_from_in_body: ['visible: I need to'],
  email_tricky_6_regards_in_sentence: ['visible: I wanted t'],
  email_tricky_7_multiple_dashes: ['visible: Here is my'],
  email_tricky_9_nested_quotes: ['visible: I agree wi', 'quote: On Dec 15,', 'visible: '],
  email_unquoted_reply: ['visible: This is my', 'quote: On Nov 26,'],
  sig_no_empty_line: ['visible: this is an', 'signature: --\nrick'],
  block_code_spacers: ['visible: This is a'],
  delimiters: ['visible: This is no', 'signature: --\n***\n###'],
  dual_embedded: ['visible: This is th', 'quote: On Mon, Fe'],
  email_headers_5: ['visible: Hi Erlend,', 'quote: From: Erle'],
  embedded_ception: ['visible: This is th', 'quote: On Mon, Fe', 'visible: ', 'signature: --\nSome On'],
  embedded_email_1: ['visible: This is be', 'quote: On Wed, Se', 'visible: This is af'],
  embedded_email_11: ['visible: Before', 'quote: 2016-03-03'],
  embedded_email_15: ['visible: [message b', 'quote: 2017-02-05'],
  embedded_email_17: ['visible: On 15 May', 'quote: On 8 May 2', 'visible: People are'],
  embedded_email_18: ['visible: On 8 May 2'],
  embedded_email_19: ['visible: I had a re'],
  embedded_email_2: ['visible: I have che', 'quote: ---- On Tu'],
  embedded_email_4: ['visible: If I do ex', 'quote: 2013/7/20'],
  embedded_email_6: ['visible: Ensuring t', 'quote: On 28 Jan'],
  embedded_email_9: ['visible: Bar', 'quote: *--------'],
  embedded_email_chinese: ['visible: Hi Erlend', 'quote: > 在 2016年1'],
  embedded_email_german_2: ['visible: Hey:)', 'quote: Am 03.02.2'],
  embedded_email_german_3: ['visible: Gruß Disco', 'quote: -----Ursp'],
  embedded_email_german_5: ['visible: Okay. Will', 'quote: Erlend Sog', 'signature: --\nViele G'],
  embedded_email_german_6: ['visible: Ich habe k', 'quote: Am 21.04.2'],
  embedded_email_polish_2: ['visible: Hi Neil,\nT', 'quote: 23 mar 201'],
  embedded_email_spanish_1: ["visible: I've confi", 'quote: El jueves,'],
  forwarded_gmail: ['visible: This email'],
  quote_only: ['quote: > Email wi'],
  spam_1: ['quote: > On Thu,'],
  strip: ['visible: Strip lead'],
}

test.skipIf(missing)(
  `CV-01: every text of the collection folds as people read it${missing ? ` (${corpusMissing})` : ''}`,
  () => {
    for (const [name, text] of texts) {
      const folds = foldQuotes(text)
      expect(folds.map(fold => fold.text).join('')).toBe(text)
      const expected = golden[name] ?? []
      expect(
        folds.map(fold => fold.kind),
        name,
      ).toEqual(expected.map(fold => fold.split(': ')[0]))
      folds.forEach((fold, index) => {
        const words = expected[index]?.slice(fold.kind.length + 2).trim() ?? ''
        expect(fold.text.trim().slice(0, words.length), name).toBe(words)
      })
    }
  },
)

const million = 1_000_000
const hostile: Readonly<Record<string, string>> = {
  'one line of marks': '>'.repeat(million),
  'lines of marks': '>\n'.repeat(million / 2),
  'half attributions': 'On Mon 2024 10:00 wrote\nx:\n'.repeat(million / 27),
  'dates with colons': '2024 10:00:\n'.repeat(million / 12),
  'long dates with colons': `${'x'.repeat(90)}:2024 10:30>\n`.repeat(million / 103),
  'nothing but line breaks': '\n'.repeat(million),
  'nothing but spaces': ' '.repeat(million),
  'signature delimiters': 'x\n--\n'.repeat(million / 5),
  labels: 'From: a\n'.repeat(million / 8),
  'rules and blank lines': '____\n\n\n\n\n\n\n\n'.repeat(million / 12),
  brackets: `${'['.repeat(350)} 2024@:\n`.repeat(million / 360),
  'at signs': `${'a@'.repeat(190)}2024:\n`.repeat(million / 390),
  'long attributions': `${'wrote 2024 10:00 a@b '.repeat(18)}:\n`.repeat(million / 380),
}

test.each(Object.entries(hostile))('D3: a million characters of %s fold in linear time', (_, text) => {
  expect(millisecondsOf(() => foldQuotes(text))).toBeLessThan(3_000)
})
