import { themed } from '#server/sample/situation.ts'

/** Parcels and orders by mail. */
export const orders = themed({ language: 'en', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    tags: ['delivery'],
    subject: 'Where is my order {order}?',
    says: `
      Hello,

      I ordered a {product} on {date} and the confirmation said two to three days. It is now more than a week. The tracking
      page shows "in transit to {city}" and has shown it since {day}.

      Could you find out where it is?

      |Thank you
      |{name}`,
    answer: `
      your parcel was sorted into the wrong van on {day} and made a tour of the coast. It is back on its way and is announced for
      tomorrow between nine and one.

      If it isn't there by the evening, write to me and I send a second one without waiting for the first.`,
    back: `
      It came at ten past nine. A well-travelled machine. Thanks for looking.

      {name}`,
  },
  {
    tags: ['delivery', 'address'],
    subject: 'Please change the delivery address of {order}',
    says: `
      Hi, I have just placed order {order} and noticed that it still has my old address in it. We moved last month.
      New address: 14 Tannery Lane, {city}. Please please don't send it to the old place, the new tenant is not a nice person.

      {first}`,
    answer: `
      caught it in time: the parcel was packed but not yet labelled. It now goes to 14 Tannery Lane, {city}. You should also change
      the address in your account, or it will happen again with the next one.`,
    back: `
      Changed. You are quick, thank you!

      {first}`,
    priority: 'high',
  },
  {
    tags: ['delivery', 'damage'],
    team: 'Returns',
    type: 'Support',
    subject: 'Box arrived crushed',
    says: `
      The parcel with the {product} (order {order}) looks as if somebody sat on it. I refused it first but the driver had already gone. I haven't
      opened it, because I want you to see it as it is. Photo attached.

      |{name}
      |{city}`,
    encloses: 'photo',
    answer: `
      thank you for the picture, it helps us with the courier. Please do open it now and look whether the machine itself is hurt. If there is
      even a scratch, we exchange it. If not, keep it, and I take 10 % off for the fright.`,
    back: `
      Opened. A dent in the back, everything works. I would take the 10 %.

      {name}`,
    answer2: `
      agreed: the amount goes back to your card today. If the dent ever bothers you, we straighten it at the next service.`,
    note: 'Claim with the courier filed, number 77-{order}.',
  },
  {
    tags: ['cancellation'],
    subject: 'Cancel my order please',
    says: `
      Hello, I ordered the {product} this morning ({order}) and my partner ordered the same one at lunch, as a surprise. We don't need two.
      Please cancel mine. Don't tell {city} we can't talk to each other.

      {first}`,
    answer: `
      your secret is safe. Order {order} is cancelled and nothing will be charged. Your partner's parcel leaves tomorrow.`,
    back: `
      Perfect, thank you!!`,
  },
  {
    tags: ['stock'],
    subject: 'When will the {product} in green be back?',
    says: `
      Hi all, the {product} in sage green has been "back soon" since the summer. How soon is soon? I am redoing my kitchen around it, which
      may tell you something about me.

      {name}`,
    answer: `
      soon is the third week of next month: the enamel shop has the first two hundred bodies in the oven. I can put one aside for you
      without any obligation, then you get a mail the day it is on the shelf.`,
    back: `
      Yes, put one aside. The tiles are already up.

      {name}`,
  },
  {
    tags: ['delivery', 'missing part'],
    type: 'Support',
    subject: 'Portafilter missing in the box',
    says: `
      Dear team,

      unpacked my {product} with great joy and then found that the portafilter is not in the box. I turned out every piece of cardboard. Without it
      this is a very expensive clock.

      |Order {order}
      |{name}`,
    products: ['Starling'],
    answer: `
      what a let-down, I am sorry. It sits in the lid of the inner box and is thrown away more often than we like, so please have a last look
      there. In any case one leaves today by letter post and should be with you in two days.`,
    back: `
      It was in the lid. Taped under the cardboard. I feel silly. Shall I send back the second one when it comes?

      {first}`,
    answer2: `
      no need to feel silly, half of us missed it in our own kitchens. Keep the second one; one for you, one for decaf.`,
    note: 'Packaging again. I have taken a picture of the lid for the warehouse.',
  },
  {
    tags: ['delivery', 'neighbour'],
    subject: 'Delivered to a neighbour I do not have',
    says: `
      According to the tracking my parcel {order} was handed to "neighbour Miller". There are four flats here and no Miller in any of them. The
      courier's hotline plays harp music. Help?

      {name}, {city}`,
    answer: `
      the harp player has told us that "Miller" is the bakery on the corner. They have it behind the counter and keep it until Saturday.

      If you would rather have it brought, say so, I can order a second round.`,
    back: `
      Found it, with a bread roll on top. Thank you for braving the harp.

      {first}`,
  },
  {
    tags: ['gift'],
    subject: 'Gift wrap and a card?',
    says: `
      Hello, I'd like to send a {product} to my sister in {city} for her birthday on the 12th. Can you wrap it and put in a card that says
      "For the loudest person before nine"? And please no invoice in the box.

      |Best, {first}`,
    answer: `
      all of that is possible. Order as usual, tick "gift", and write the sentence in the field for the card. The invoice then goes to you
      by mail only. To be there on the 12th it should leave us on the 9th at the latest.`,
    back: `
      Ordered: {order}. If the card is in somebody's nice handwriting she will think it's mine and be suspicious. Ordinary handwriting please.`,
    answer2: `
      Tomás will write it. His is very ordinary.`,
  },
  {
    tags: ['delivery', 'customs'],
    subject: 'Customs want money for {order}',
    says: `
      Good afternoon. The post office here wants € 23 for customs before they hand over my parcel. On your page it said "all included". I don't mind paying but then
      the page should not say that.

      |Sincerely
      |{name}`,
    answer: `
      "all included" should have meant exactly that. The paper with the tax number was missing on your parcel. Please pay so that it is not sent back,
      and send me a picture of the receipt: you get the € 23 back the same day.`,
    back: `
      Paid, collected, receipt attached.

      {name}`,
    answer2: `
      refunded just now, and thank you for your patience. The papers are fixed.`,
    team: 'Billing',
  },
  {
    tags: ['delivery'],
    subject: 'Can I pick it up at the workshop?',
    says: `
      Hi! I live ten minutes from your place in Port Sable. Could I just come round for the {product} instead of having it driven to me in a lorry? I'd bring cake.

      {first}`,
    answer: `
      you could, cake or no cake: Tuesday to Friday from ten to five, the blue door beside the slipway. Choose "collect" when you order and bring the number.
      It takes us an hour to have it ready.`,
    back: `
      I'll be there on Friday with {order} and a plum cake.`,
    note: 'Plum cake on Friday. Just so everybody knows.',
  },
  {
    tags: ['delivery', 'wrong item'],
    team: 'Returns',
    type: 'Support',
    subject: 'Wrong colour',
    says: `
      I ordered the {product} in black and got it in cream ({order}). It's nice enough but my whole kitchen is black. Do I have to pay for sending it back?

      {name}`,
    answer: `
      you pay nothing, the mix-up is ours. A black one leaves today; the courier who brings it takes the cream one with him. Please have it back in its box.`,
    back: `
      Exchanged on the doorstep in thirty seconds. Very smooth.

      {name}`,
  },
  {
    tags: ['order'],
    subject: 'No confirmation received',
    says: `
      hello, i paid for a {product} yesterday evening, money is gone from my account but there is no mail from you. not in spam either. did it work??
      {first}`,
    answer: `
      it worked: your order has the number {order}. There was a letter too many in your mail address, so the confirmation went nowhere. I have corrected it and sent
      the confirmation again.`,
    back: `
      got it! my thumbs are too big for this phone. thanks`,
  },
  {
    tags: ['delivery', 'express'],
    priority: 'high',
    subject: 'Needed by Thursday: {order}',
    says: `
      URGENT. We open our little guest house on Thursday and the {product} for the breakfast room has not been shipped yet. I was told it would be. Please call
      or write today, I have no plan B except instant coffee.

      |{name}
      |Guest house at the mill, {city}`,
    answer: `
      no instant coffee on our watch. Your order waited for a payment that had arrived without its number. It is out of the door with the express courier and will be with
      you on Wednesday before noon. I stay on it until you have signed for it.`,
    back: `
      It is here! Set up, first cup drunk, first guest in two hours. You saved our opening.

      {name}`,
    note: 'Signed for on Wednesday 11:12. Somebody please send them a card for the opening.',
  },
])
