import { themed } from '#server/sample/situation.ts'

/** Coffee machines and grinders at home. */
export const coffeeMachines = themed({ language: 'en', box: 'support', team: 'Technical', type: 'Support' }, [
  {
    products: ['Starling'],
    tags: ['espresso', 'pressure'],
    subject: 'No pressure any more',
    says: `
      Hello Copperlark,

      my {product} has stopped making espresso and started making brown water. The needle doesn't get past 3 bar.
      Same beans, same grind, same me. I descaled on {date}. What should I check first?

      |Cheers
      |{name}`,
    answer: `
      brown water at 3 bar right after descaling: my bet is the valve behind the shower screen. A crumb of scale
      keeps it open. Please unscrew the screen (one screw, centre), run a litre of hot water through without the
      portafilter, and wipe the seat of the valve with a cotton bud.

      Tell me what the needle says afterwards.`,
    back: `
      There was a crumb the size of a peppercorn. 9 bar. You win your bet.

      {first}`,
    note: 'Should we put a sieve into the descaling kit? That is the fourth crumb since spring.',
  },
  {
    products: ['Starling', 'Finch'],
    tags: ['leak'],
    subject: '{product} drips from underneath',
    says: `
      Hi, there is water coming out below my {product}. It started as a few drops and now I put a tea towel
      there every time. The drip tray is empty so it isn't that. The tank is seated properly (I checked five times).

      I film it if you want. {serial}

      {first}`,
    answer: `
      thank you for looking so closely. Drops below with an empty tray nearly always come from the seal under
      the tank, a blue ring the size of a coin. If it is flat or torn, that is it.

      I have sent you two rings. Wet the new one before pressing it in.`,
    back: `
      It was torn!! New one in, dry as a biscuit. Can I keep the second one as a spare?

      {first}`,
    answer2: `
      that is what it is for.`,
  },
  {
    products: ['Magpie'],
    tags: ['grinder', 'noise'],
    subject: 'Grinder sounds like gravel',
    says: `
      My {product} makes a noise that scares the dog. Started from one day to the next. I think a stone was in the
      beans. It still grinds, but coarse and fine at the same time, if you know what I mean.

      {name}`,
    answer: `
      I know exactly what you mean. Please stop using it: a stone bends the edge of the burrs, and each kilo
      afterwards makes it worse. Turn the ring to "clean", lift out the upper burr and have a look at the teeth.

      If any are chipped, send me a picture and I send you a pair.`,
    back: `
      See picture. Two teeth gone on the upper one. The dog and I thank you in advance.

      {name}`,
    answer2: `
      that poor burr. A new pair is on its way; please write to the roaster as well, they usually pay for it.`,
    encloses: 'photo',
  },
  {
    products: ['Starling'],
    tags: ['espresso', 'steam'],
    subject: 'Milk steamer spits',
    says: `
      Dear support,

      instead of steam my {product} spits hot water into the milk for the first ten seconds. I read that one should
      let some out before, which I do. It got worse over the summer.

      |Many thanks
      |{name}`,
    answer: `
      when it gets worse over time, the small hole at the tip is partly blocked and the boiler runs too full. Put the
      tip into a glass of warm water with a drop of detergent for an hour, then free the hole with the needle that
      came with the machine. After that wait until the lamp stops blinking before you open the valve.`,
    back: `
      Works. I had thrown the needle away thinking it belonged to a sewing kit. A paper clip did it.

      {first}`,
  },
  {
    products: ['Finch'],
    tags: ['filter coffee', 'clock'],
    subject: 'Timer is one hour late since the clocks changed',
    says: `
      Morning! My {product} now makes coffee at 7:30 instead of 6:30. I have tried to set the clock but it jumps back
      after a minute. By the time the coffee is ready I am on the train.

      {first}`,
    answer: `
      please press "clock" until the hour blinks, set it, and then press "clock" twice more, once for the minutes and
      once to store. With only one press it forgets everything after a minute. I wish it were more obvious.`,
    back: `
      Twice! Of course. Coffee at 6:30 it is, thank you.

      {first}`,
    note: 'Same question from five people after the change of clocks. Worth a note on the help page.',
  },
  {
    products: ['Starling'],
    tags: ['espresso', 'descaling'],
    subject: 'Descaling light will not go out',
    says: `
      I have now descaled this machine FOUR times in one week and the light is still on. Each sachet costs money. Do you
      earn on this? I followed the video to the letter. Machine {product}, serial {serial}.

      {name}`,
    priority: 'medium',
    answer: `
      four times is three too many, and I am sorry. The light goes out only if the rinsing is not interrupted: the tank
      has to be filled to the line before the second stage, otherwise it counts as not done. The video skips that.

      To get out of it without another sachet: hold "rinse" for eight seconds with a full tank. I have put four sachets
      in the post to make up for yours.`,
    back: `
      Light is off. Thank you for the sachets, that was decent.

      {name}`,
    note: '@Maren, the video really does skip the second filling. Can marketing cut it again?',
  },
  {
    products: ['Magpie'],
    tags: ['grinder', 'settings'],
    subject: 'Which setting for a moka pot?',
    says: `
      Hello! Just unpacked my {product}, it is a beauty. The table in the booklet lists espresso, filter and French press
      but no moka pot. Where do I start? I don't want to waste my good beans.

      |Grazie
      |{first}`,
    answer: `
      start at 9 and go finer by one click at a time until it gurgles slowly and evenly, for most beans that is 7 or 8.
      Finer than 6 and it will choke.

      Enjoy it. And you are right, a moka pot belongs in that table.`,
    back: `
      8 it is!! Perfect. The whole building smells like my aunt's kitchen.

      {first}`,
    type: 'Question',
    team: 'Front desk',
  },
  {
    products: ['Starling'],
    tags: ['espresso', 'power'],
    priority: 'high',
    subject: 'Does not switch on at all',
    says: `
      Machine dead this morning. No light, no click. Worked last night. Other things work on the same socket. I have
      guests on Saturday and coffee is the only thing I can do in a kitchen.

      |{product}, bought {date}
      |{name}, {city}`,
    answer: `
      before anything else: at the back, left of the cable, there is a thermal switch, a small black button. Press it firmly
      with a pen until it clicks. It jumps out when the machine has run without water.

      If it clicks and nothing happens, write back today and we bring you one of our loan machines before Saturday.`,
    back: `
      It clicked, and nothing happened. Please, the loan machine, yes.

      {name}`,
    answer2: `
      it leaves with the courier this afternoon and will be with you tomorrow before noon. He takes yours along. Have a good Saturday.`,
    note: 'Loan machine no. 4 goes out, due back in two weeks. Thermal switch does not hold: main board.',
  },
  {
    products: ['Finch', 'Starling'],
    tags: ['water tank', 'spare part'],
    subject: 'Cracked water tank',
    says: `
      My daughter dropped the tank of our {product} into the sink. It has a crack from top to bottom. What does a new one cost,
      and can it be sent to {city}?

      |{name}`,
    answer: `
      a new tank for the {product} is € 18.50, postage included, and reaches {city} in two days. You find it in the
      shop under spare parts, or answer with "yes" and I send it with an invoice.`,
    back: `
      Yes :)

      {first}`,
    answer2: `
      on its way, and greetings to your daughter.`,
    team: 'Front desk',
  },
  {
    products: ['Finch'],
    tags: ['filter coffee', 'temperature'],
    subject: 'Lukewarm coffee',
    says: `
      The coffee from my new {product} is never really hot. I measured 71 °C in the cup. I preheat the mug. My old machine from the
      supermarket managed 80. Is something wrong with it, or with me?

      {name}`,
    answer: `
      nothing is wrong with you. It should be 78 to 82 in the cup. Two things bring it down: a paper filter that was not
      rinsed, and the "mild" button on the left, which is easily pressed when you move the machine.

      If the lamp beside "mild" is off and it is still below 75, we will exchange the machine.`,
    back: `
      The "mild" lamp was on. I feel mild myself now. 80 degrees, thank you.

      {name}`,
  },
  {
    products: ['Magpie', 'Starling'],
    tags: ['cleaning'],
    subject: 'Can these parts go in the dishwasher?',
    says: `
      Quick question: tray, hopper and the metal sieve of the {product}, dishwasher yes or no? My flatmate says yes, I say no, and
      there is a cake riding on the answer.

      {first}`,
    answer: `
      tray yes, sieve yes, hopper no: it goes cloudy and may crack. So I am afraid you each owe the other a slice.`,
    back: `
      We are both furious and both eating cake. Thanks!`,
    type: 'Question',
    team: 'Front desk',
  },
  {
    products: ['Starling'],
    tags: ['espresso', 'water hardness'],
    subject: 'Which water filter for very hard water',
    says: `
      Good evening, we moved to {city} where the water is 24 degrees of hardness. The booklet of the {product} ends at 18. Do I need a
      different cartridge, or do I have to buy bottled water for the rest of my life?

      |Best wishes
      |{name}`,
    answer: `
      no bottled water. Take the cartridge with the green ring and set the machine to hardness 4; it then asks for a new cartridge
      after 40 litres instead of 70. Descale every six weeks and it will live as long as in soft water.`,
    back: `
      Clear, thank you. Ordered three green ones ({order}).

      {name}`,
    type: 'Question',
    team: 'Front desk',
  },
  {
    products: ['Starling'],
    tags: ['repair', 'waiting'],
    priority: 'high',
    subject: 'Three weeks without my machine',
    says: `
      You collected my {product} on {date}. "Five to ten working days", said the slip. It has been more than three weeks. I have written
      twice and got a friendly sentence each time. I don't want friendly, I want my machine.

      |{name}
      |Repair slip R-{invoice}`,
    answer: `
      you are right, and there is no good excuse: the boiler for your series was out of stock and nobody told you. It arrived
      yesterday, yours is first on the bench, and I have asked for a picture of the finished machine before it is packed.

      It leaves on Thursday by express. The repair is free, including the part outside of the guarantee.`,
    back: `
      It came on Friday and works. The free repair I accept. Next time somebody should simply call.

      {name}`,
    note: 'He has every reason. @Kwame please keep an eye on this one until it is out of the door.',
  },
])
