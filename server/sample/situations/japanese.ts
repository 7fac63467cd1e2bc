import { themed } from '#server/sample/situation.ts'

/** Customers who write in Japanese. */
export const japanese = themed({ language: 'ja', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    products: ['Teal'],
    team: 'Technical',
    type: 'Support',
    tags: ['kettle'],
    subject: 'ケトル「{product}」の注ぎ口について',
    says: `
      お世話になっております。{name}と申します。

      先月購入した{product}の注ぎ口から、お湯がまっすぐ出ず、左に流れてしまいます。製造番号は{serial}です。修理か交換は可能でしょうか。

      よろしくお願いいたします。`,
    answer: `
      ご不便をおかけして申し訳ございません。注ぎ口の先端にわずかな歪みがあると思われます。新しい本体を本日発送いたします。お手元の品は、同封の伝票でお送りください。`,
    back: `
      本日届きました。とてもきれいに注げます。迅速なご対応、ありがとうございました。

      {name}`,
  },
  {
    tags: ['delivery'],
    subject: 'ご注文番号 {order} の配送日変更のお願い',
    says: `
      こんにちは。注文した{product}ですが、来週は出張で留守にします。配送日を{day}以降に変更していただけますか。

      {name}`,
    answer: `
      かしこまりました。ご帰宅後にお受け取りいただけるよう、配送日を変更いたしました。変更後の日時は、あらためてメールでお知らせいたします。`,
    back: `
      助かりました。ありがとうございます。`,
  },
  {
    box: 'billing',
    team: 'Billing',
    tags: ['invoice'],
    subject: '領収書の宛名について（{invoice}）',
    says: `
      いつもお世話になっております。

      領収書 {invoice} の宛名を「{company}」に変更して再発行していただけますでしょうか。経理の締め切りが今週末のため、お早めにお願いできれば幸いです。

      {name}`,
    answer: `
      宛名を変更した領収書を添付いたしました。ご確認くださいませ。`,
    back: `
      確認いたしました。早速のご対応、誠にありがとうございます。`,
  },
  {
    products: ['Magpie'],
    tags: ['advice'],
    subject: '{product}の挽き目の目安',
    says: `
      はじめまして。ハンドドリップで浅煎りを飲むことが多いのですが、{product}の挽き目はどのあたりから始めるとよいでしょうか。

      {first}`,
    answer: `
      浅煎りのドリップでしたら、14から始めて、酸味が強いと感じたら一段ずつ細かくしてみてください。多くのお客様は12前後に落ち着かれます。`,
    back: `
      12でちょうどよくなりました。毎朝が楽しみです。`,
  },
  {
    type: 'Feedback',
    tags: ['praise'],
    subject: '修理のお礼',
    says: `
      修理していただいた{product}が戻ってきました。祖母から譲り受けた大切な品でしたので、音まで昔のままで、涙が出ました。工房の皆様にどうぞよろしくお伝えください。

      {name}（{city}）`,
    answer: `
      心温まるお便りをありがとうございます。工房の壁に貼らせていただきました。これからも末永くお使いください。`,
    back: `
      壁に貼ってくださったとのこと、祖母に話したら大喜びでした。`,
  },
])
