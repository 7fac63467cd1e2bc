import { themed } from '#server/sample/situation.ts'

/** Sending back, exchanging, guarantee. */
export const returns = themed({ language: 'en', box: 'support', team: 'Returns', type: 'Support' }, [
  {
    tags: ['return'],
    subject: 'Return of {order}',
    says: `
      Dear Sir or Madam,

      I wish to return the {product} from order {order}. It is unused. The reason is that it does not fit under the cupboard, by two centimetres.
      Kindly let me know how to proceed.

      |Yours faithfully
      |{name}`,
    answer: `
      two centimetres, what a pity. Attached to this mail is a label; please put the {product} in its box, the label on it, and hand it in at any parcel shop. As soon as it
      is scanned there we refund the whole amount.`,
    back: `
      It was handed in this morning. I have meanwhile measured my cupboard properly and will order the smaller one.

      {name}`,
    answer2: `
      the refund is on its way to your account. The smaller one is 31 cm high, just to be safe.`,
  },
  {
    tags: ['refund'],
    team: 'Billing',
    subject: 'Refund still not here',
    says: `
      I returned order {order} on {date}. I have the receipt from the parcel shop. It is {amount} and I could use it. When will I get it?

      {name}`,
    encloses: 'receipt',
    answer: `
      you are right to ask: the parcel arrived on {day} but was booked under another name. I have released {amount} to your card just now. Banks take two or three
      days to show it.`,
    back: `
      It's on my account. Thank you for sorting it out.

      {name}`,
  },
  {
    tags: ['guarantee'],
    subject: 'Guarantee after two and a half years?',
    says: `
      Hi, my {product} gave up after 2 1/2 years, serial {serial}. The law says two years but I have heard you are generous. Are you?

      |Hopefully
      |{first}`,
    answer: `
      we give three years on everything with a heater in it, so this is not even generous yet. Please send it in with the label attached here, and write in two sentences
      what it does or no longer does.`,
    back: `
      It's on its way to you. Two sentences: It hums. Then it doesn't.

      {first}`,
    answer2: `
      best fault description of the week. The pump is being replaced, it goes back to you on Monday.`,
  },
  {
    tags: ['exchange', 'recurring'],
    priority: 'high',
    subject: 'Second exchange, same fault',
    says: `
      This is now the SECOND {product} you have sent me and it has the same fault as the first: the switch sticks. Do you test these at all? I have thrown away
      two boxes, waited in for two couriers and I still make coffee in a saucepan.

      I want my money back. All of it.

      |{name}
      |{order}`,
    answer: `
      I understand, and you shall have it: {amount} goes back to you today, without waiting for the machine. The courier comes when it suits you, please name a day.

      The switches were from one bad delivery. That explains it but doesn't excuse that you got two of them.`,
    back: `
      Tuesday then. I appreciate the plain answer.

      {name}`,
    note: 'Switches lot 0731. We should pull the rest from the shelf before there is a third.',
  },
  {
    tags: ['return', 'box'],
    subject: 'Do I need the original box?',
    says: `
      Hi, I want to send back my {product} within the 30 days but the box already went to the recycling. Is a normal carton ok?

      Thanks, {first}`,
    answer: `
      a normal carton is fine as long as nothing rattles: old newspaper on all sides, the tank wrapped on its own. The label is attached.`,
    back: `
      Wrapped in the complete sports section. Handed in.`,
    type: 'Question',
  },
  {
    tags: ['exchange'],
    subject: 'Exchange for a bigger one?',
    says: `
      Hello there,

      we bought the {product} for two people and now there are going to be three of us (!). Can we exchange it for the larger kettle and pay the difference? We've had it for six weeks.

      |{first} and bump
      |{city}`,
    products: ['Wren'],
    answer: `
      congratulations, what lovely news. Six weeks is past the 30 days, but for a good reason like this we stretch them: send the small one back clean, and the larger one is yours for the difference
      of € 22. The third cup is on us.`,
    back: `
      You are wonderful. Paid, packed, posted. {first}`,
  },
  {
    tags: ['guarantee', 'second-hand'],
    type: 'Question',
    subject: 'Bought second-hand, is there still a guarantee?',
    says: `
      Good day. I bought a {product} on a flea market for 15 euros ({serial}). Works, only the lamp doesn't. Does the guarantee go with the machine or with the person? I have no receipt of course.

      {name}`,
    answer: `
      with the machine. By its number yours was made fourteen months ago, so it has almost two years to go. The lamp is a matter of five minutes: send it in, or bring it to any of the repair
      shops on the list I have attached.`,
    back: `
      15 euros and a guarantee. Best Sunday of my life. I'll bring it to the shop in {city}.

      {name}`,
  },
  {
    tags: ['return', 'gift'],
    type: 'Question',
    subject: 'Got two of the same',
    says: `
      For our wedding we were given two {product}s. We know who gave the first, and we cannot ask who gave the second. Is there any way to exchange one for a voucher without the receipt?

      |{name}`,
    answer: `
      there is, and we won't tell anybody. Send us the one whose box is still closed, the number is enough for us. You get a voucher for today's price.`,
    back: `
      Done, and thank you for your discretion. It was Aunt Ruth, by the way.

      {first}`,
  },
  {
    tags: ['repair', 'estimate'],
    subject: 'Estimate R-{invoice}: too expensive?',
    says: `
      You want € 96 to repair a {product} that cost {amount} four years ago. I like the thing, but is that reasonable? What exactly is broken?

      |Regards
      |{name}`,
    answer: `
      what is broken is the board, € 54; the rest is an hour of work. Being honest: with the seals it has, it will run another five years after that. If you'd rather not, we offer 40 % on a new one against the old one,
      which we take apart for spares.

      Both are good choices. Which shall it be?`,
    back: `
      Repair it. I don't like throwing things away.

      {name}`,
    answer2: `
      nor do we. It is on the bench on Monday and back with you by the end of the week.`,
    note: 'Board from the spares shelf, so we can take off € 20. I changed the estimate.',
  },
  {
    tags: ['courier'],
    subject: 'Courier did not come (again)',
    says: `
      I stayed at home all {day} for your courier to collect the {product}. Nobody came. It is the second time. My employer finds it less funny than I do.

      {name}, {city}`,
    answer: `
      I am sorry about both days. I have taken the collection away from that courier. A colleague of ours drives through {city} on Thursday evening and rings your bell between six and seven; you need not be off work for it.`,
    back: `
      He came at 18:10 and was very nice. Thank you.

      {name}`,
    priority: 'high',
  },
  {
    tags: ['return', 'parts'],
    subject: 'Forgot something in the machine I sent back',
    says: `
      Oh dear. I sent back the {product} and my own steel cup is still in it!! It is engraved, from my late father. Please, please have a look before you recycle it. Label number 8840-{invoice}.

      {name}`,
    answer: `
      it's here. Niamh found it when she opened the box, and it is standing safely on her desk beside the plant. It comes back to you as a registered letter today.`,
    back: `
      I am in tears, thank you so much. Please give Niamh a hug.

      {name}`,
    answer2: `
      hug delivered.`,
    priority: 'high',
  },
])
