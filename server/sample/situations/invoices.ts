import { themed } from '#server/sample/situation.ts'

/** Money: the mailbox billing@. */
export const invoices = themed({ language: 'en', box: 'billing', team: 'Billing', type: 'Question' }, [
  {
    tags: ['invoice'],
    subject: 'Invoice {invoice}: wrong company name',
    says: `
      Dear accounts team,

      on invoice {invoice} we are "Hollis & Wren Lmtd". We are "{company}" and have been since 1987. Our auditor is a patient man but not that patient.

      Could you reissue it with the right name and the same date?

      |Kind regards
      |{name}
      |{company}`,
    answer: `
      please find the corrected invoice attached, same number with an A behind it, same date. We have changed the name in your account as well so that it doesn't come back.`,
    back: `
      The auditor smiled. Thank you.

      {name}`,
  },
  {
    tags: ['payment', 'duplicate'],
    priority: 'high',
    subject: 'Charged twice for {order}',
    says: `
      Hi, my bank shows two payments of {amount} to you on {date}. I bought ONE kettle. Please send one of them back. Screenshot attached.

      {name}`,
    encloses: 'photo',
    answer: `
      I can see both: the first attempt timed out on your side but went through on ours. The second {amount} is on its way back, reference {invoice}. Sorry about the fright.`,
    back: `
      Money is back. Thanks for the quick reply, I was already drafting an angry one.

      {first}`,
  },
  {
    tags: ['vat'],
    subject: 'VAT number on the invoice',
    says: `
      Good morning,

      for invoice {invoice} we need our VAT number on the document, otherwise our tax office will not accept it. The number is XX 4410{invoice}.

      Would you also please send future invoices directly to this address?

      |With best regards
      |{name}
      |Accounts payable, {company}`,
    answer: `
      the invoice with your VAT number is attached, and future ones will come straight to you. Nothing else changes.`,
    back: `
      Received with thanks. {name}`,
  },
  {
    tags: ['reminder'],
    subject: 'Your reminder of {date}: already paid',
    says: `
      We got a reminder for {invoice} although we paid on {date}. Attached is the confirmation of our bank. I'd be grateful if you could stop the reminders before the third one, they cost us € 5 each
      according to your letter.

      |{name}
      |{company}`,
    encloses: 'receipt',
    answer: `
      your payment arrived with the digits of the invoice swapped and could not be matched. It is now, the reminders have stopped, and of course there are no fees.`,
    back: `
      All good then. I'll tell our intern about the digits.

      {name}`,
  },
  {
    tags: ['copy'],
    subject: 'Copy of an old invoice',
    says: `
      Hello, I need a copy of my invoice for the {product} I bought about two years ago. For my insurance, we had water in the cellar. I no longer have the number, only the name and that it was in spring.

      |{name}
      |{city}`,
    answer: `
      here it is, number {invoice}, attached as a PDF. I hope the cellar dries soon. If the insurance wants to know what the machine would cost today, I can write that down for you too.`,
    back: `
      That would be a great help, yes please. They want it "on letterhead".

      {name}`,
    answer2: `
      on letterhead and with a stamp, attached.`,
  },
  {
    tags: ['payment'],
    subject: 'Can I pay in three instalments?',
    says: `
      Hi, the {product} is a lot of money at once for me. Do you have anything like three monthly payments? Not a credit with a bank, I have had enough of those.

      |Thank you
      |{first}`,
    answer: `
      yes: three equal parts, the first with the order, no interest and no bank. Choose "invoice" when you order and answer this mail with the number, then we split it by hand.`,
    back: `
      Thank you. It's {order}.

      {first}`,
    answer2: `
      split into three. You will get a short reminder five days before each.`,
  },
  {
    tags: ['voucher'],
    subject: 'Voucher code does not work',
    says: `
      The 15 % code from your letter (SPRINGTIDE) is "not valid for the items in your basket". There is one item in my basket. It's a {product}. What am I supposed to buy with it, a wish?

      {name}`,
    answer: `
      the code had ended the night before, and the message should simply have said so. Order without it, tell me the number, and I take the 15 % off afterwards.`,
    back: `
      {order}. You are a good egg.`,
  },
  {
    tags: ['bank'],
    subject: 'New bank account for direct debit',
    says: `
      Dear all, we have changed banks. From the 1st please collect our coffee subscription from the new account on the form attached. The old one will be closed on {date}.

      |{name}
      |{company}`,
    encloses: 'note',
    answer: `
      changed, with effect from the 1st. The next collection is on the 5th. Thank you for the form.`,
  },
  {
    tags: ['credit note'],
    subject: 'Credit note missing for return {order}',
    says: `
      We returned four {product}s on {date}; the goods were accepted (signature J. Peeters, 14:20). To this day we have no credit note. Our books close on Friday.

      Please treat as urgent.

      |{name}
      |Controlling, {company}`,
    priority: 'high',
    answer: `
      the credit note over four pieces is attached, number {invoice}. It waited for the fourth machine to be checked, which it shouldn't have. It reaches you before Friday.`,
    back: `
      Booked. Much obliged.

      {name}`,
    note: 'Luc signed for all four on the day. The list in the warehouse had only three lines.',
  },
  {
    tags: ['subscription'],
    subject: 'Cancel the descaler subscription',
    says: `
      I get a box of descaler every two months. I have eleven of them now. I could descale the town. Please stop it, the button on the website leads nowhere.

      {name}`,
    answer: `
      stopped as of today, nothing more will be sent or charged. If you'd like to give some of the eleven back, send them at our cost and I credit them. The button is being repaired.`,
    back: `
      I'll keep three and send eight. {first}`,
  },
  {
    tags: ['quote'],
    subject: 'Offer for 12 machines?',
    type: 'Lead',
    says: `
      Hello, our three offices need twelve {product}s in all, delivered to two addresses. What would you offer, and is there a price for paying within ten days?

      |{name}
      |Facilities, {company}`,
    answer: `
      for twelve pieces we take 9 % off, and another 2 % within ten days. Two addresses are no problem. The offer is attached and good until the end of next month.`,
    back: `
      Thank you. I'll put it before the board next week.

      {name}`,
    note: 'Good one. @Maren wants to call them on Thursday.',
  },
  {
    tags: ['payment', 'currency'],
    subject: 'Why is the amount different on my card?',
    says: `
      The shop said {amount}, my card statement says 3 % more. Same day. Is there a fee you don't mention?

      {name}, {city}`,
    answer: `
      we charged exactly {amount}. The rest is what your bank takes for a purchase in another currency; it should be listed as "foreign transaction fee" below the line. They often
      waive it when one asks nicely.`,
    back: `
      They waived it! Who knew. Thanks.`,
  },
  {
    tags: ['insolvency'],
    subject: 'Notice: {company} changes hands',
    says: `
      Dear business partners,

      from the first of next month {company} will be run by my daughter. Everything else stays as it is, including what we owe you (I believe that is nothing, but please check). Invoices should carry the name
      of the firm as before.

      It was a pleasure, also when the machines were late.

      |{name}`,
    answer: `
      thank you for letting us know, and for thirty years. Your account is even to the cent. We wish your daughter well, and you long breakfasts.`,
    type: 'General',
  },
])
