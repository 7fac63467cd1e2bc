import { themed } from '#server/sample/situation.ts'

/** Kettles that misbehave. */
export const kettles = themed({ language: 'en', box: 'support', team: 'Technical', type: 'Support' }, [
  {
    products: ['Heron'],
    tags: ['kettle', 'temperature'],
    subject: '{product} switches itself off before it boils',
    says: `
      Hello,

      since about {day} my {product} clicks off when the water is hot but nowhere near boiling. I would
      guess 80 degrees, my tea certainly thinks so. It is set to 100. Serial number {serial}, bought in
      {city} two years ago.

      Is that something I can reset, or has the sensor gone?

      |Regards
      |{name}`,
    answer: `
      that sounds like the temperature memory rather than the sensor. Please lift the kettle off its base,
      hold + and − together for ten seconds until both lamps blink, and put it back. It then measures the
      boiling point anew with the next full litre.

      If it still stops early after that, tell me and we will send you a new base.`,
    back: `
      That did it, thank you. Boils like a dragon again. You might put that in the manual, page 11 only says
      "contact us".

      {first}`,
    answer2: `
      glad to hear it, and you are right about page 11. I have passed it on to the people who write it.`,
    note: 'Third Heron this month with a lost calibration. All of them from before the 2.1 bases?',
  },
  {
    products: ['Wren', 'Heron'],
    tags: ['kettle', 'lid'],
    subject: 'Lid of my {product} no longer stays shut',
    says: `
      Hi there! The lid of our {product} pops open as soon as the water moves. My husband has been holding it
      down with a wooden spoon like some kind of ship's engineer. It is {date} since we bought it, the receipt
      is attached. What can we do?

      {first}`,
    encloses: 'receipt',
    answer: `
      please give the ship's engineer a break: there is a small spring under the hinge that comes loose when
      the lid is taken out for cleaning. I have put a new one in the post for you, together with a drawing of
      how to clip it in. It takes a minute and no tools.

      Until then please don't boil with the lid open, the automatic switch needs the steam.`,
    back: `
      The spring came this morning. Clipped in, shut tight. My husband says he misses his job.

      Thanks a lot, {first}`,
    note: 'Hinge spring H-14, sent one today. We have 40 left.',
  },
  {
    products: ['Teal'],
    tags: ['kettle', 'leak'],
    priority: 'high',
    subject: 'Water under the {product} every morning',
    says: `
      Good morning,

      for a week there has been a puddle under our {product} kettle. Not much, perhaps a spoonful, but it
      stands on the base with the electricity in it and I don't like that at all. The seam at the bottom of
      the spout looks darker than the rest. I took a picture.

      Is it still safe to use? We have small children.

      |Kind regards
      |{name}, {city}`,
    encloses: 'photo',
    answer: `
      please stop using the kettle for now. From your picture the seam at the spout has opened, which should
      not happen, and you did right to ask.

      We will replace it: a new {product} leaves us tomorrow under order {order}, and you don't need to send the
      old one back. Please pull the plug and don't give it away.`,
    back: `
      That was quick, the new one arrived and stands dry. Thank you for not making me fill in forms.

      {name}`,
    note: 'Spout seam again. @Kwame, can quality look at the batch before we send more of these?',
  },
  {
    products: ['Heron', 'Wren', 'Teal'],
    tags: ['kettle', 'limescale'],
    subject: 'White flakes in the water',
    says: `
      Hello, I have white flakes floating in my tea. The kettle is a {product}, not even a year old. Is the
      coating coming off?? I have been drinking this for weeks.

      {first}`,
    answer: `
      no need to worry: there is no coating inside a {product}, it is bare steel. The flakes are limescale
      from your water. They are harmless, if not pretty.

      Fill it to the middle with water, add two spoons of citric acid or a sachet of our descaler, leave it
      for an hour without boiling, rinse twice. In {city} the water is rather hard, so once a month is about right.`,
    back: `
      OK that is a relief. It looks like new now. Sorry for the two question marks.

      {first}`,
  },
  {
    products: ['Wren'],
    tags: ['kettle', 'noise'],
    subject: 'How loud is it meant to be?',
    says: `
      Dear Copperlark people,

      I replaced my old whistling kettle with the {product} because the box says "quiet". It roars. My
      neighbour asked through the wall whether I had bought a washing machine. Either mine is faulty or
      whoever wrote the box has never owned ears.

      |With a smile, but a tired one,
      |{name}`,
    answer: `
      a {product} should be at about 62 decibels, a dishwasher two rooms away. When it roars it is usually standing
      on a hollow surface, or there is a first layer of scale on the floor of it.

      Could you try it on a folded towel once, and descale it? If it still roars we will exchange it.`,
    back: `
      Towel: better. Descaling: much better. You keep your word "quiet", I keep my kettle.

      {name}`,
  },
  {
    products: ['Heron'],
    tags: ['kettle', 'display'],
    subject: 'Display shows E4',
    says: `
      Hi,
      my {product} shows E4 and beeps. Nothing in the booklet about E4. Unplugged it, same again. What is E4?

      {serial}

      Thx {first}`,
    answer: `
      E4 means that the base cannot read the sensor in the kettle, nearly always because the ring of contacts
      underneath is damp or furred. Dry both rings with a cloth, then rub them with half a lemon and dry again.

      If E4 comes back, please send me a picture of the contacts.`,
    back: `
      lemon worked. kitchen smells nice too. cheers`,
    note: 'E4 is missing in booklet rev. C. Told documentation twice now.',
  },
  {
    products: ['Teal', 'Heron'],
    tags: ['kettle', 'smell'],
    subject: 'New kettle smells of plastic',
    says: `
      I have had the {product} for four days and every cup tastes of shower curtain. I boiled it out three times
      as written. Steel and glass, you say in the shop. What is it then that I am tasting?

      {name}`,
    answer: `
      the only plastic that meets the water is the ring around the level window, and it loses its smell after a
      handful of boils. What helps: fill it with cold water and a tablespoon of baking soda, boil, leave it
      overnight, rinse.

      If you still taste anything on Sunday, we take it back and you get your money, no questions.`,
    back: `
      Sunday: no more shower curtain. I'll keep it.

      {name}`,
  },
  {
    products: ['Heron'],
    tags: ['kettle', 'power'],
    priority: 'high',
    subject: 'Fuse blows as soon as I switch the {product} on',
    says: `
      To whom it may concern,

      when I press the switch of my {product} (serial {serial}) the fuse for the whole kitchen goes. First it
      happened once a week, now it happens each time. On other sockets too. The other appliances are fine.

      I would like it repaired or replaced. It was bought on {date}.

      |{name}
      |{city}`,
    answer: `
      please leave it unplugged: when it trips a fuse on several sockets, the heater has a leak to earth, and
      that belongs in our workshop and not in a kitchen.

      I have ordered a collection for you. The courier brings a box, you only put the kettle in. The repair is
      free within three years.`,
    back: `
      The courier came, everything went well. How long will the repair take? I am boiling water in a pan like a student.

      {name}`,
    answer2: `
      it arrived here this morning and is on the bench. Heater and cable are being replaced; it should be back
      with you within five working days.`,
    note: 'Earth leak, goes on the list for the safety report. Keep the old heater.',
  },
  {
    products: ['Wren', 'Teal'],
    tags: ['kettle', 'spare part'],
    subject: 'Is there a new filter for the spout?',
    says: `
      Hello! The little sieve in the spout of my {product} has a tear. Can I buy just the sieve? I can't find it
      in the shop, only whole lids.

      Best
      |{first} from {city}`,
    answer: `
      the sieve is part SV-3 and costs € 4.20 with postage. It is in the shop under "Small parts", which I
      agree is well hidden. Shall I send you one straight from here with an invoice?`,
    back: `
      Yes please, one SV-3 to the address of my last order {order}.

      {first}`,
    answer2: `
      done, it leaves today. The invoice comes by mail.`,
  },
  {
    products: ['Heron'],
    tags: ['kettle', 'keep warm'],
    subject: 'Keep-warm only lasts 20 minutes',
    says: `
      Your website says the {product} keeps its temperature for an hour. Mine stops after twenty minutes. I timed
      it. Three times. Because I have that kind of job.

      |{name}
      |Laboratory assistant`,
    answer: `
      thank you for measuring, we like customers with that kind of job. The hour applies above half a litre.
      Below that the {product} stops after 20 minutes so that the little water that is left does not boil dry.

      The website should say so. I have asked for the sentence to be completed.`,
    back: `
      Makes sense. With 0.8 l it is 61 minutes. I withdraw my complaint and praise your engineers.

      {name}`,
  },
  {
    products: ['Wren'],
    tags: ['kettle', 'travel'],
    subject: 'Taking the {product} to Canada',
    says: `
      Hi, we are moving to Canada in spring and I'd love to take my {product} along. It says 220-240 V on the
      bottom. Would it work there with an adapter? It was a present from my grandmother so I'm a bit attached.

      {first}`,
    answer: `
      sadly not: at 120 volts it would need about four times as long, and an adapter only changes the shape of
      the plug. Please don't use a small travel transformer either, it would overheat.

      But the body is the same for every country. Our workshop can put in a 120 V heater and plug for € 29, so
      that it stays your grandmother's kettle.`,
    back: `
      Oh wow, yes, please! How do I send it in?

      {first}`,
    answer2: `
      I have sent you a label. Please write "heater 120 V" on the slip that comes with it, and allow a fortnight.`,
  },
  {
    products: ['Teal'],
    tags: ['kettle', 'handle'],
    subject: 'Handle gets too hot',
    says: `
      The wooden handle of the {product} gets so hot after the second kettle in a row that I need a cloth. Is wood
      supposed to do that? On a gas stove by the way.

      {name}`,
    answer: `
      on gas the flame easily reaches round the bottom and up to the handle. Please use a small burner, or turn the
      flame down until it stays under the kettle; it takes no longer, the rest only heats the kitchen.

      If the handle has become dark or loose meanwhile, we will send you a new one.`,
    back: `
      Small burner it is. Handle is fine, only my pride is singed.

      {name}`,
  },
])
