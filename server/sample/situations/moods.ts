import { themed } from '#server/sample/situation.ts'

/** Praise, anger and everything between. */
export const moods = themed({ language: 'en', box: 'support', team: 'Front desk', type: 'Feedback' }, [
  {
    tags: ['praise'],
    subject: 'Just wanted to say thank you',
    says: `
      No problem, no question. My {product} turned ten today and has made, if I count right, about eleven thousand cups. It survived two moves and one toddler. Somebody at your place must care about seals.

      |All the best
      |{name}, {city}`,
    answer: `
      what a nice letter to start the day with. I printed it and hung it up beside the workshop door, where the seals live. Eleven thousand cups deserve a present: a new set of those seals is in the post, for the next ten years.`,
    back: `
      How lovely. The toddler is twelve now and will put them in himself.

      {name}`,
  },
  {
    tags: ['complaint'],
    priority: 'high',
    subject: 'I am done with you',
    says: `
      Four mails. FOUR. Each time a different person, each time I explain from the start that my {product} trips the fuse, each time "have you tried another socket". YES. I have tried every socket in {city}.

      Either somebody who can read takes this over or I write about it everywhere I can.

      {name}`,
    answer: `
      I have read all four mails, from the top. You have done everything one can do at home, so no more questions from me: a courier brings you a new {product} tomorrow and takes the old one along. It is paid for.

      I stay your contact for this. If anything is wrong with the new one, answer here and it comes to me.`,
    back: `
      The new one works. Thank you for reading. It is all I wanted.

      {name}`,
    note: 'Four people, nobody looked at the history. @Maren can we talk about this on Monday?',
    team: 'Returns',
  },
  {
    tags: ['idea'],
    subject: 'An idea for the next {product}',
    says: `
      Hi, could you please put the water scale on BOTH sides of the tank? I am left-handed and I have been filling it blind for three years. It would cost you nothing.

      |Yours left-handedly
      |{first}`,
    answer: `
      you are the second left-handed person this year, and the designer who sits beside me has just found out that he never noticed because he is right-handed. It's on the list for the next mould. Meanwhile I send you a transparent sticker with a scale.`,
    back: `
      Sticker is on. I feel seen.

      {first}`,
  },
  {
    tags: ['complaint', 'shop'],
    subject: 'Your website logged me out three times',
    says: `
      I filled my basket three times and was logged out three times at the payment page. I have a doctorate and still could not buy a kettle. Perhaps hire somebody to click through your own shop once a week.

      {name}`,
    answer: `
      thank you for persisting as long as you did. It was a fault in last week's update that ended the session after ten minutes, and it is repaired. Your basket is still there, with free delivery as an apology.`,
    back: `
      Now it worked. {order}. Doctorate rehabilitated.`,
  },
  {
    tags: ['complaint', 'packaging'],
    subject: 'So much plastic',
    says: `
      I bought a {product} because you write so nicely about the sea. It came in foil, in foam, in a bag, with a plastic strap round it. Why?

      |Disappointed
      |{first}`,
    answer: `
      you are right. That was from the last boxes of the old packaging, which we use up rather than throw away. Everything made since March comes in moulded paper. If you send the foam back in its own box, we use it again for repairs; label attached.`,
    back: `
      Fair answer. Foam is on its way.

      {first}`,
  },
  {
    tags: ['complaint', 'price'],
    subject: 'Bought on Monday, cheaper on Wednesday',
    says: `
      Bought a {product} from you on Monday for {amount}. On Wednesday it is 20 % less. I don't think that's nice.

      {name}`,
    answer: `
      nor would I. Within 14 days you get the difference back, it is on its way to your card.`,
    back: `
      That was easier than I thought. Thank you.`,
    team: 'Billing',
  },
  {
    tags: ['praise', 'colleague'],
    subject: 'Compliments to Ingrid',
    says: `
      I spoke to a lady called Ingrid on {day} about my {product}. She stayed on the telephone for 25 minutes until it ran, and told me about her grandmother's coffee while it heated up. Please tell her boss.

      {name}`,
    answer: `
      I am her boss, and I have told her, in front of everybody. She has gone red and says it was cardamom.`,
    back: `
      Cardamom!! That was the word I had forgotten. Bless you both.

      {name}`,
  },
  {
    tags: ['complaint'],
    subject: 'hold music',
    says: `
      17 minutes of pan flute. then the line dropped. i only wanted to ask if the {product} comes with a cable. does it

      {first}`,
    answer: `
      it does, 90 cm. And the pan flute has been replaced by the sea, which at least belongs to us.`,
    back: `
      lol ok. thx`,
  },
  {
    tags: ['lost', 'story'],
    subject: 'A {product} on the Lofthamn ferry',
    says: `
      Dear Copperlark,

      on {date} I left a bag with a brand-new {product} on the ferry to Lofthamn. I know it isn't your fault in any way. But the ferry says somebody may have handed it in "to the kettle people". Is that you?

      |Embarrassed
      |{name}`,
    answer: `
      that is us indeed: the purser's sister works in our enamel shop. It is standing here with a note "found, deck 2, dry". Where shall we send it?`,
    back: `
      I don't believe it. 3 Gull Steps, {city}. Please thank the purser and his sister!!

      {name}`,
    answer2: `
      thanked, packed, posted.`,
  },
  {
    tags: ['complaint', 'instructions'],
    subject: 'Booklet translated by a parrot',
    says: `
      Page 8 of the booklet for the {product}: "Do not the water when hot is he." I read it aloud at dinner and we laughed for ten minutes, so in a way thank you. But what may I not do?

      {first}`,
    answer: `
      we have laughed too, and then blushed. It means: do not refill while it is heating. A corrected booklet is in the post, and page 8 now hangs in our kitchen.`,
    back: `
      Please never correct page 9.

      {first}`,
  },
])
