import { themed } from '#server/sample/situation.ts'

/** Customers with a canteen or a coffee corner. */
export const offices = themed({ language: 'en', box: 'support', team: 'Technical', type: 'Support' }, [
  {
    products: ['Osprey'],
    tags: ['office', 'service'],
    priority: 'high',
    subject: '{product} on floor 3 shows "call service"',
    says: `
      Hello,

      our {product} (serial {serial}) has shown "call service" since this morning. Sixty people sit on this floor. I would describe the mood as fragile.

      We have the plus contract. When can somebody come?

      |{name}
      |Office management
      |{company}, {city}`,
    answer: `
      with the plus contract: within one working day. Our technician Jonas comes tomorrow between eight and ten and asks for you at the reception. Until then, the machine on any other floor can be set to "busy mode"
      in the menu, it then skips the rinsing between cups.`,
    back: `
      Jonas was here, nine minutes, new flow meter. The mood has recovered.

      {name}`,
    note: 'Flow meter again on an Osprey from the spring series. Fourth. @Kwame this is becoming a pattern.',
  },
  {
    products: ['Albatross'],
    tags: ['office', 'instructions'],
    subject: 'Cleaning plan for the canteen',
    says: `
      Good morning, the inspector asked for a written cleaning plan for our {product}. Daily, weekly, monthly, and who signs. Do you have something we could hang beside it? Ours is a handwritten note with a coffee ring on it.

      |{name}
      |{company}`,
    answer: `
      attached is the plan as the inspectors like it, with boxes to sign, in three sizes. The coffee ring is not included.`,
    back: `
      Laminated and approved. Thanks!

      {name}`,
    type: 'Question',
    team: 'Front desk',
  },
  {
    products: ['Osprey'],
    tags: ['office', 'milk'],
    subject: 'Milk tastes off although it is fresh',
    says: `
      The cappuccino from our {product} tastes sour since Monday. The milk is fresh, we opened three cartons to be sure. Daily rinse is done, the log says so (see attachment). Two colleagues refuse to drink it and they are not picky.

      |{name}
      |{company}`,
    encloses: 'note',
    answer: `
      your log shows the daily rinse but no weekly one with the blue cleaner since the 3rd. The hose inside the door keeps a film that water alone does not take away. Please run programme 4 with the cleaner tonight, twice, and replace
      the hose if it still smells; one is in the box under the tray.`,
    back: `
      Programme 4 twice, then a double cappuccino. Clean. I have put my name beside "weekly".

      {name}`,
  },
  {
    products: ['Osprey'],
    tags: ['office', 'contract'],
    team: 'Front desk',
    type: 'Question',
    subject: 'Add two machines to our contract',
    says: `
      Dear Copperlark,

      we are opening a floor in {city} and would like two more {product}s under the contract C-{invoice}. Same colour, same cups. Could they be there before the 15th?

      |Best regards
      |{name}, {company}`,
    answer: `
      gladly. Two machines from the next delivery are reserved for you and can be set up on the 12th or the 13th. I have attached the addition to the contract; a signature of either of you is enough.`,
    back: `
      Signed and attached. The 12th please, the 13th is a Friday and our boss is superstitious.

      {name}`,
    answer2: `
      the 12th it is. Jonas will leave the ladder in the van.`,
  },
  {
    products: ['Albatross'],
    tags: ['office', 'flood'],
    priority: 'critical',
    subject: 'Water running out of the {product} NOW',
    says: `
      Water is coming out of the wall side of the {product}, we can't find the tap, it is running into the server room corridor. What do we turn off????

      {name} {company}`,
    answer: `
      left of the machine, knee height, behind the small white door: a quarter turn with the red handle. Then pull the plug. A technician is on his way to you and calls from the car.`,
    back: `
      Found it, it's off. Thank you. Floor is being mopped. Technician has called.

      {name}`,
    answer2: `
      good. The hose at the wall has burst; he has fitted a steel one, and we change the same hose on your other machine tomorrow. Please send us whatever the mopping costs.`,
    note: 'Red handle found at 9:41, technician there at 10:25. Insurance informed. @Maren please call them personally tomorrow.',
  },
  {
    products: ['Osprey'],
    tags: ['office', 'payment card'],
    subject: 'Staff cards no longer accepted',
    says: `
      Since our badges were exchanged the {product} no longer takes them: "card unknown". About 200 badges, type is on the photo. Can this be done from afar or does someone have to come?

      |{name}
      |IT, {company}`,
    encloses: 'photo',
    answer: `
      from afar, if the machine is on your network: menu 7, "allow support", valid for an hour. Tell me when it suits you and I load the new card type. It takes five minutes and one restart.`,
    back: `
      Allowed now until 15:00.

      {first}`,
    answer2: `
      loaded, please try one. If it blinks green, all 200 will.`,
  },
  {
    products: ['Albatross'],
    tags: ['office', 'spare part'],
    team: 'Front desk',
    subject: 'Thermos lids, please 6',
    says: `
      Morning, six lids for the {product} jugs please, the ones with the button. Cost centre 4410. Usual address.

      |{first}
      |Canteen, {company}`,
    answer: `
      six lids leave today, the invoice goes to cost centre 4410. They are the new version with a metal spring, so they should outlive us all.`,
    back: `
      Ta.`,
    type: 'General',
  },
  {
    products: ['Osprey'],
    tags: ['office', 'beans'],
    team: 'Front desk',
    type: 'Question',
    subject: 'Too strong, too weak, never right',
    says: `
      We are thirty people and two camps. Camp A says the coffee is dishwater, camp B has palpitations. Is there a way to have two strengths on the {product} without starting a civil war? Currently it depends on who comes in first and changes the setting.

      {name}, {company}`,
    answer: `
      there is: menu 3, "recipes", gives each key its own strength. Put 11 g on the left key and 7 g on the right, and lock the menu with a code that you keep to yourself. Peace has a four-digit number.`,
    back: `
      We have labelled them NORTH and SOUTH. Thank you, Excellency.

      {name}`,
  },
  {
    products: ['Osprey'],
    tags: ['office', 'service'],
    subject: 'Technician has not shown up',
    says: `
      Your technician was announced for {day} between eight and ten. I sat beside the machine until noon with my laptop on the bin. Nobody came, nobody called. We pay for the plus contract.

      |{name}
      |{company}`,
    priority: 'high',
    answer: `
      that must not happen and I am sorry. The appointment had been written down for your old address. Jonas is free tomorrow at eight sharp, and I will have him call you when he sets off. This quarter's service is on us.`,
    back: `
      He came at 7:55. Credit where credit is due.

      {name}`,
    note: 'Old address was still in the route planner. Corrected in both places now.',
  },
])
