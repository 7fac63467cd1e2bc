/** Mail that nobody asked for and that ends as spam. */
export type Junk = { from: string; name: string; subject: string; text: string }

/** Junk: each of these is somebody who wants something. */
export const junk: readonly Junk[] = [
  {
    from: 'growth@rank-rocket.example',
    name: 'Brandon from RankRocket',
    subject: 'Quick question about your website',
    text: `
      Hi there, I was looking at your site and found 17 errors that cost you visitors every day. I'd be happy to show you for free. Is Tuesday or Wednesday better?

      |Brandon
      |RankRocket`,
  },
  {
    from: 'm.delacroix@estate-notice.example',
    name: 'Me. Delacroix',
    subject: 'Regarding an inheritance in your name',
    text: `
      Dear beneficiary, I am writing with regard to the estate of a distant relative who left behind 4.2 million. Kindly reply with your full name and a copy of your passport so that we can proceed in confidence.`,
  },
  {
    from: 'billing@parcel-redelivery.example',
    name: 'Parcel Service',
    subject: 'Your parcel is on hold: pay 1.99',
    text: `
      Your parcel could not be delivered because a fee of 1.99 is outstanding. Pay within 24 hours to avoid its return.

      |www.parcel-redelivery.example/pay`,
  },
  {
    from: 'sales@beancast.example',
    name: 'Kayleigh | Beancast',
    subject: 'Re: our call last week',
    text: `
      Hey, circling back on our call (I think you were on mute the whole time). Our podcast reaches 40,000 coffee professionals. A slot is 890 this month instead of 1,900.

      Cheers, Kayleigh`,
  },
  {
    from: 'office@trademark-register.example',
    name: 'International Register',
    subject: 'INVOICE: publication of your trademark',
    text: `
      Your trademark COPPERLARK has been entered for publication. Please transfer EUR 1,480 within 8 days. This is an offer.`,
  },
  {
    from: 'crypto@moonbrew.example',
    name: 'MoonBrew',
    subject: 'Pay your staff in coffee coins',
    text: `
      The future of salaries is roasted. Early partners get 10,000 BREW. Answer YES.`,
  },
  {
    from: 'lin@promo-mugs.example',
    name: 'Lin',
    subject: 'Dear friend, mugs with logo 0.38 each',
    text: `
      Dear friend, we are factory of mug 15 years. Good quality, dishwasher ok, minimum 5000 pcs. Sample free you pay the ship.`,
  },
  {
    from: 'survey@opinion-harvest.example',
    name: 'Opinion Harvest',
    subject: '3 minutes for a chance to win a voucher',
    text: `
      As a decision maker for office chairs your opinion matters to us. Take part now.`,
  },
]
