/** Moments and lengths of time. */
export const time = {
  now: 'now',
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => `${count} d`,
  daysLong: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  duration: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes).padStart(2, '0')} min`,
  justNow: 'just now',
  onDay: (day: string) => `on ${day}`,
  since: (moment: string) => `since ${moment}`,
  today: 'Today',
  yesterday: 'Yesterday',
}
