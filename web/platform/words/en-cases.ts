import { many } from './en-shell.ts'

/** Cases: lists, the page of one, the form of a new one. */
export const cases = {
  title: 'Cases',
  number: (number: number) => `#${number}`,
  count: (count: number) => many(count, 'case', 'cases'),
  status: {
    new: 'New',
    open: 'Open',
    waiting: 'Waiting',
    on_hold: 'On hold',
    resolved: 'Resolved',
    closed: 'Closed',
    spam: 'Spam',
    canceled: 'Canceled',
  },
  statusHint: {
    new: 'Nobody has it yet',
    open: 'Being worked on',
    waiting: 'Waiting for the customer; opens when they write',
    on_hold: 'Paused for an internal reason',
    resolved: 'Done; reopens if the customer writes soon',
    closed: 'Closed',
    spam: 'Not a real request; never reopens by itself',
    canceled: 'No longer needed',
  },
  closeReason: {
    done: 'resolved',
    manual: 'closed by hand',
    inactivity: 'closed after a time without activity',
    spam: 'marked as spam',
    canceled: 'canceled',
    duplicate: 'a duplicate of another case',
    merged: 'merged into another case',
  },
  priority: {
    none: 'No priority',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    very_high: 'Very high',
    critical: 'Critical',
  },
  source: {
    web_connect: 'Web',
    support_sdk: 'App',
    phone: 'Phone',
    email: 'E-mail',
    sms: 'SMS',
    platform: 'Platform',
  },
}
