import { themed } from '#server/sample/situation.ts'

/** Short messages from the form of the web shop, which come through the programming interface. */
export const shopMessages = themed({ language: 'en', box: 'shop', team: 'Front desk', type: 'Question' }, [
  {
    tags: ['checkout'],
    subject: 'Payment page stays white',
    says: `When I press "Pay" for order {order} the page goes white and nothing happens. Tried two browsers.`,
    answer: `There was a fault with one kind of card between two and three o'clock. It works again. Your basket is still there.`,
  },
  {
    tags: ['stock'],
    subject: 'Back in stock?',
    says: `Is the {product} in copper coming back this year? I would wait for it, not for the blue one.`,
    answer: `Yes, in about four weeks. We have noted your address and write on the day.`,
  },
  {
    tags: ['address'],
    subject: 'House number missing',
    says: `I forgot the house number for {order}. It's 27b, the yellow door, {city}.`,
    answer: `Added, thank you. It has not left yet.`,
    priority: 'high',
  },
  {
    tags: ['voucher'],
    team: 'Billing',
    subject: 'Voucher from the newsletter',
    says: `The code WARMHANDS says "already used" but I never used it. Could you look?`,
    answer: `It was made for one use in all instead of one for each customer. It works now, and we are red in the face.`,
  },
  {
    tags: ['order'],
    subject: 'Add a bag of descaler to {order}',
    says: `Hi, can you add two bags of descaler to my order {order} before it goes out? Pay by the same card.`,
    answer: `Added, no extra postage.`,
  },
  {
    tags: ['account'],
    subject: 'Cannot sign in to the shop',
    says: `The link to set a new password is always "expired". I click it within a minute. Address is correct.`,
    answer: `Your mail program opens links in advance and uses them up. We have sent you a code instead, it is valid for an hour.`,
  },
  {
    tags: ['delivery'],
    subject: 'Two parcels or one?',
    says: `Order {order} has a {product} and a tamper. Only the tamper came. Is the rest coming on its own?`,
    answer: `Yes, the rest comes in its own box, tomorrow or the day after.`,
  },
  {
    tags: ['advice'],
    type: 'Lead',
    subject: 'Cups per hour of the {product}',
    says: `How many cups an hour can the {product} make before it has to rest? We are 14 people at a parish hall.`,
    products: ['Finch', 'Albatross', 'Osprey'],
    answer: `Comfortably sixty small cups. For 14 people that leaves time for biscuits.`,
  },
  {
    tags: ['review'],
    type: 'Feedback',
    subject: 'My review was not published',
    says: `I gave the {product} three stars and explained why, politely. It does not appear. Do you only publish five?`,
    answer: `We publish all that are polite. Yours waited for a colleague on holiday and is online now, with three stars.`,
  },
  {
    tags: ['return'],
    team: 'Returns',
    type: 'Support',
    subject: 'Return label unreadable',
    says: `The PDF with the return label for {order} prints as black stripes. Can you send another kind of file?`,
    answer: `We have sent a code to your telephone instead. Show it at the parcel shop and they print the label for you.`,
  },
  {
    tags: ['gift'],
    subject: 'Deliver on a certain day?',
    says: `Can {order} arrive on the 24th, not before? The lady it is for opens everything at once.`,
    answer: `Set to the 24th, with "do not ring before noon" on the label.`,
  },
  {
    tags: ['delivery'],
    team: 'Returns',
    type: 'Support',
    priority: 'high',
    subject: 'Arrived broken',
    says: `Just opened {order}. The glass of the {product} is in about nine pieces. No cuts, only tears.`,
    answer: `A new one leaves today. Please throw the pieces away carefully, no need to send them.`,
  },
])
