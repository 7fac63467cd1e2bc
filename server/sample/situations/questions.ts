import { themed } from '#server/sample/situation.ts'

/** People who want to know something before or after they buy. */
export const questions = themed({ language: 'en', box: 'support', team: 'Front desk', type: 'Question' }, [
  {
    tags: ['advice'],
    subject: 'Starling or Finch for one person?',
    says: `
      Hello, I drink two coffees a day, both before 8, both alone. My kitchen is the size of a wardrobe. Which of the two would you take? Honestly please, I know you'd sell me both.

      {first}`,
    answer: `
      honestly: the Finch. Two cups before eight don't need nine bar, they need to be there when you wake up, and it has a timer. If you find yourself dreaming of espresso after half a year, we take it back at half price against a Starling.`,
    back: `
      Sold. Ordered the Finch in red. {order}

      {first}`,
    type: 'Lead',
  },
  {
    tags: ['manual'],
    subject: 'Manual for the {product}',
    says: `
      Hi, I inherited a {product} from my neighbour, without the booklet. Could I have it as a PDF? In large print if there is such a thing, I am 81.

      |Greetings
      |{name}`,
    answer: `
      attached in large print, and I have put a printed one in the post for you as well, because who wants to read on a telephone. Enjoy your {product}.`,
    back: `
      The printed book came today. That is very kind. My coffee is excellent and I can read why.

      {name}`,
  },
  {
    tags: ['recycling'],
    subject: 'What to do with my old machine?',
    says: `
      My {product} from 2009 (!) is finally dead. I'd feel bad putting it in the bin. Do you take them back?

      {name}, {city}`,
    answer: `
      we do, and with respect: 2009 is among the first thousand ever made. Use the label attached. We take it apart by hand, the copper goes into new ones, and you get a voucher of € 15 for it.`,
    back: `
      Posted. It feels less like a funeral now.

      {name}`,
  },
  {
    tags: ['material'],
    subject: 'Is there any aluminium in contact with water?',
    says: `
      Dear Sirs, for medical reasons I must avoid aluminium. Is there any in the water path of the {product}? Please be precise.

      |{name}`,
    answer: `
      no. The water meets stainless steel 1.4301, silicone, and borosilicate glass, nothing else. The boiler is steel as well. I have attached the sheet from our workshop, with signatures, for your doctor.`,
    back: `
      Most precise answer I have had from any company this year. Thank you.

      {name}`,
  },
  {
    tags: ['energy'],
    subject: 'Power used in standby',
    says: `
      What does the {product} use when it's "off" but plugged in? My smart plug says 0.4 W but it also says it is in Portugal.

      {first}`,
    answer: `
      0.3 W with the clock on, nothing at all when you switch it off at the back. So your plug is nearly right, wherever it thinks it is.`,
    back: `
      Ha. Thanks!`,
  },
  {
    tags: ['compatibility'],
    subject: 'Does the old filter holder fit the new model?',
    says: `
      I have three filter holders from the model before the current {product}. Do they fit? The new ones are € 39 each and mine have walnut handles that my brother turned.

      |Kind regards
      |{name}`,
    products: ['Starling'],
    answer: `
      they fit. Only the spring inside is different; I have put three of the new ones in an envelope for you. Walnut handles must not go to waste, and we would love to see a picture.`,
    back: `
      Picture attached. My brother is now unbearable.

      {name}`,
    encloses: 'photo',
  },
  {
    tags: ['workshop'],
    subject: 'Barista course in Port Sable',
    says: `
      Hi! A friend told me you do Saturday courses in the workshop. Is there one in the next weeks with two free places? One of us is a beginner, the other one thinks he isn't.

      {first}`,
    answer: `
      we do: the next one with two places is in three weeks, ten to one, € 45 each, milk included. Shall I write you down? We are gentle with people who think they aren't beginners.`,
    back: `
      Yes please, {first} + 1. He may need it in writing afterwards.`,
    answer2: `
      you are both on the list. Certificates are handed out to everybody who asks.`,
  },
  {
    tags: ['app'],
    subject: 'Is there an app?',
    says: `
      I can't find an app for my {product}. My toothbrush has one.

      {name}`,
    answer: `
      there isn't one, and that is on purpose: your {product} will still do everything in fifteen years, when the toothbrush has stopped talking to its telephone. It has five buttons and they all work offline.`,
    back: `
      I don't know whether to be disappointed or to marry you.

      {name}`,
  },
  {
    tags: ['school'],
    subject: 'School project about heat',
    says: `
      Hello Copperlark! I am in class 6 and we have to find out how a kettle knows that the water boils. My teacher says ask the people who make them. Can you explain it so that I can explain it?

      Thank you very much
      |{first} (11)`,
    products: ['Heron'],
    answer: `
      that is a very good question. When water boils, steam pushes through a small pipe down to the switch. There sits a little disc made of two metals. The steam heats it, one metal grows more than the other, the disc goes "click" and bends the other
      way, and that turns the kettle off.

      I have put three of those discs in the post. Hold one in your hand and then dip it in warm water, with a grown-up. Good luck with your project.`,
    back: `
      We got a 1 (the best)!!! The discs jumped off the table. Thank you Copperlark!

      {first}`,
    note: 'This is why I work here.',
  },
  {
    tags: ['press'],
    type: 'General',
    subject: 'Article about repairable machines',
    says: `
      Dear all,

      I write for the weekend edition of the {city} Courier and am working on a piece about things that can still be repaired. Could I talk to somebody in your workshop for half an hour, and could our photographer come along?

      |{name}
      |Freelance journalist`,
    answer: `
      with pleasure. Kwame runs the workshop and speaks better about screws than anybody. He suggests a {day} morning, it is quiet then and the light is good.`,
    back: `
      Wonderful, Tuesday week at nine? I'll bring the photographer and no prejudice.

      {name}`,
    note: '@Kwame Tuesday week at nine, they bring a photographer. Tidy bench?',
  },
  {
    tags: ['accessibility'],
    subject: 'Marks one can feel',
    says: `
      Hello, my mother is blind and would like a {product}. Are there marks on the buttons that one can feel, and does it beep when it is ready? She has burnt herself with the old one.

      {name}`,
    answer: `
      the middle button has a dot, and it beeps twice when ready. We also have a set of raised stickers, made with somebody who is blind himself, and a guard for the spout. I send both free of charge with any order; just write "stickers" in the note.`,
    back: `
      Ordered with the note ({order}). You can't imagine what a difference this makes.

      {name}`,
  },
])
