import type { Language } from '#server/sample/situation.ts'

/**
 * Mail that machines and partners send: notices, letters to many, prices. `sent` says how a mail program can
 * tell that no person wrote it; without it somebody did.
 */
export type MachineMail = {
  from: string
  name: string
  box: 'support' | 'billing'
  subject: string
  text: string
  sent?: 'auto-generated' | 'list' | 'vacation'
  /** Which formatted version it has. */
  html?: 'newsletter' | 'order' | 'prices'
  encloses?: 'invoice' | 'note'
}

/** Notices and letters; placeholders as in situations. */
export const machineMail: readonly MachineMail[] = [
  {
    from: 'noreply@coastline-parcels.example',
    name: 'Coastline Parcels',
    box: 'support',
    sent: 'auto-generated',
    subject: 'Delivered: 6 parcels to {city}',
    text: `
      Your shipment 77-{order} has been delivered.

      |Parcels: 6
      |Signed for by: reception
      |Place: {city}

      This message was made by a machine. Please do not reply.`,
  },
  {
    from: 'noreply@coastline-parcels.example',
    name: 'Coastline Parcels',
    box: 'support',
    sent: 'auto-generated',
    subject: 'Delivery not possible: 77-{order}',
    text: `
      We tried to deliver shipment 77-{order} and nobody was there. The parcel waits at the depot in {city} for seven days and is then returned to you.`,
  },
  {
    from: 'collections@coastline-parcels.example',
    name: 'Coastline Parcels',
    box: 'support',
    sent: 'auto-generated',
    subject: 'Collection confirmed for {date}',
    text: `
      A collection is booked for {date} between 14:00 and 17:00. Reference 8840-{invoice}. Please have the parcels ready at the blue door.`,
  },
  {
    from: 'statements@harbour-bank.example',
    name: 'Harbour Bank',
    box: 'billing',
    sent: 'auto-generated',
    subject: 'Your statement of {date} is ready',
    text: `
      A new statement for the account ending in 4410 is ready. Sign in to see it. We never ask for your password by mail.`,
  },
  {
    from: 'payments@cardline.example',
    name: 'Cardline',
    box: 'billing',
    sent: 'auto-generated',
    subject: 'Payout of {amount} on its way',
    html: 'order',
    text: `
      A payout of {amount} has been sent to your bank. It contains 14 payments and one refund. It should arrive within two working days.`,
  },
  {
    from: 'disputes@cardline.example',
    name: 'Cardline',
    box: 'billing',
    sent: 'auto-generated',
    subject: 'Dispute opened for {order}',
    text: `
      A cardholder does not recognise the payment of {amount} for {order}. Please send us what you have about this sale within seven days.`,
  },
  {
    from: 'orders@steelworks-lind.example',
    name: 'Lind Steelworks',
    box: 'support',
    html: 'prices',
    subject: 'Price list for the next quarter',
    encloses: 'note',
    text: `
      Dear customers, attached you find our prices from the first of the month. Sheet 1.4301 goes up by 2.1 %, tube stays as it is.

      |Kind regards
      |Sales, Lind Steelworks`,
  },
  {
    from: 'accounts@steelworks-lind.example',
    name: 'Lind Steelworks, accounts',
    box: 'billing',
    subject: 'Invoice 30-{invoice}',
    encloses: 'invoice',
    text: `
      Please find attached our invoice 30-{invoice} over {amount} for the delivery of {date}. Payable within 30 days.`,
  },
  {
    from: 'accounts@enamel-guild.example',
    name: 'The Enamel Guild',
    box: 'billing',
    subject: 'Our invoice for 200 bodies in sage green',
    encloses: 'invoice',
    text: `
      Good day, 200 bodies were collected on {date}. Two had a speck, we have not charged them and they make good flower pots.

      Invoice attached. Regards from the oven, Petra`,
  },
  {
    from: 'letter@the-daily-grind.example',
    name: 'The Daily Grind',
    box: 'support',
    sent: 'list',
    html: 'newsletter',
    subject: 'The Daily Grind: why your water matters more than your beans',
    text: `
      This week: hard water, soft water and what it does to a light roast. Plus: a visit to a roaster on a houseboat. You get this letter because you asked for it.`,
  },
  {
    from: 'letter@the-daily-grind.example',
    name: 'The Daily Grind',
    box: 'support',
    sent: 'list',
    html: 'newsletter',
    subject: 'The Daily Grind: nine grinders, one blind test',
    text: `
      We ground nine kilos so that you don't have to. The Magpie came second, and we explain why. You get this letter because you asked for it.`,
  },
  {
    from: 'news@port-sable-traders.example',
    name: 'Traders of Port Sable',
    box: 'support',
    sent: 'list',
    html: 'newsletter',
    subject: 'Harbour lights: late opening on the first Friday',
    text: `
      All shops along the quay are open until ten on the first Friday of the month. Please hang your lanterns by six. There will be a brass band again, we are sorry.`,
  },
  {
    from: 'tickets@hosting-anchor.example',
    name: 'Anchor Hosting',
    box: 'support',
    sent: 'auto-generated',
    subject: 'Maintenance on {date}, 02:00 to 04:00',
    text: `
      Your web shop may be away for up to ten minutes while we move it to a new machine. You need not do anything.`,
  },
  {
    from: 'jobs@{town}.example',
    name: 'Juno Ferreira-Blum',
    box: 'support',
    subject: 'Application: apprentice in the workshop',
    encloses: 'note',
    text: `
      Dear Copperlark team,

      I have taken apart every kettle in my family, and most of them work again. I would like to learn it properly. My letter and my last school report are attached.

      |Yours sincerely
      |Juno Ferreira-Blum`,
  },
  {
    from: 'inspector@safety-office.example',
    name: 'Office for Product Safety',
    box: 'support',
    subject: 'Annual return due: number of safety reports',
    text: `
      Dear Sir or Madam,

      please let us have the number of safety reports for household kettles in the past year by the end of the month. A return of zero is also a return.

      |A. Brightwater
      |Office for Product Safety`,
  },
  {
    from: 'fair@kitchen-expo.example',
    name: 'Kitchen Expo',
    box: 'support',
    html: 'order',
    subject: 'Your stand 4.B12 is confirmed',
    text: `
      Thank you for your booking. Stand 4.B12, 24 square metres, power 16 A, water on the left. Set-up begins on the 3rd at seven.`,
  },
  {
    from: 'tax@ledger-and-daughters.example',
    name: 'Ledger & Daughters',
    box: 'billing',
    subject: 'Missing receipts for last month',
    text: `
      Good morning, for last month we still miss the receipt for the ferry (two tickets) and the one for "cake, 14 pieces". The latter may be hard to deduct, but let us try.

      |M. Ledger`,
  },
  {
    from: 'service@tide-telecom.example',
    name: 'Tide Telecom',
    box: 'billing',
    sent: 'auto-generated',
    subject: 'Your bill for line 0555 0140: {amount}',
    encloses: 'invoice',
    text: `
      Your new bill is attached. The amount of {amount} will be collected on {date}.`,
  },
  {
    from: 'hello@cup-and-saucer.example',
    name: 'Cup & Saucer magazine',
    box: 'support',
    subject: 'Pictures for the spring issue',
    text: `
      Hello lovely people, we'd like to print the Teal on a double page. Do you have it in front of something that is not a kitchen? We need it by Friday, 300 dpi.

      |Oona, picture desk`,
  },
  {
    from: 'alerts@watchful-eye.example',
    name: 'Watchful Eye',
    box: 'support',
    sent: 'auto-generated',
    subject: 'Resolved: shop.copperlark.example answered slowly',
    text: `
      From 14:02 to 14:09 the shop took longer than 3 seconds to answer. It is back to normal now.`,
  },
]

/** Answers that programs send while people are away, to one of our replies. */
export const absences: readonly { language: Language; subject: string; text: string }[] = [
  {
    language: 'en',
    subject: 'Out of office: {re}',
    text: 'Thank you for your message. I am out of the office and back on Monday week. In urgent cases please call 0555 0112. Your mail is not forwarded.',
  },
  {
    language: 'de',
    subject: 'Abwesenheitsnotiz: {re}',
    text: 'Vielen Dank für Ihre Nachricht. Ich bin bis zum Monatsende im Urlaub und lese meine E-Mails nur unregelmäßig.',
  },
  {
    language: 'fr',
    subject: 'Réponse automatique : {re}',
    text: 'Je suis absente jusqu’au 14 et répondrai à mon retour. Merci de votre patience.',
  },
  {
    language: 'en',
    subject: 'Automatic reply: {re}',
    text: 'I am on parental leave. She is four weeks old, sleeps badly and drinks more than a kettle. For everything else: office@hollin-bay.example.',
  },
]

/** People who quote a case that is not theirs. `{number}` is the case, `{subject}` what it is about. */
export const strangers = [
  {
    from: 'p.vance@quickfix-claims.example',
    name: 'P. Vance',
    subject: 'Re: [#{number}] {subject}',
    text: `
      Hello, I am writing on behalf of your customer in case {number}. Please pay the refund to the new account below instead of the card, and confirm by return.

      |Account 8830 4410 22
      |P. Vance, QuickFix Claims`,
  },
  {
    from: 'helpdesk@copperlark-support.example',
    name: 'Copperlark Support',
    subject: 'Fwd: [#{number}] {subject}',
    text: `
      Dear colleague, please send me the address and telephone number of the customer of this case, the system does not let me in. It is urgent.

      IT helpdesk`,
  },
]

/** Mail so broken that it cannot be read: letters forwarded into each other until nobody finds the end. */
export const unreadable = [
  { from: 'scanner@copy-room.example', name: 'Scanner 3rd floor', subject: 'Scan to mail (1 of 1)' },
  { from: 'bertram.ash@oldpost.example', name: 'Bertram Ash', subject: 'Fwd: Fwd: Fwd: Fwd: my kettle' },
]
