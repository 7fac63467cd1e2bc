import { z } from 'zod'
import { activeStatuses } from './status.ts'

const hours = z.int().min(1).max(504)

/** Case settings of a workspace with their defaults (SE-06); each saved change is a new version. */
export const caseSettingsShape = z.object({
  crossGroupAssignments: z.boolean().default(false),
  autoClose: z
    .object({
      enabled: z.boolean(),
      enabledAt: z.iso.datetime().nullable().default(null),
      thresholdHours: hours.nullable(),
      statuses: z.array(z.enum(activeStatuses)),
    })
    .default({ enabled: false, enabledAt: null, thresholdHours: null, statuses: [] }),
  autoReopen: z
    .object({ enabled: z.boolean(), thresholdHours: hours })
    .default({ enabled: false, thresholdHours: 96 }),
  graceDays: z.int().min(0).max(90).default(5),
  autoAssign: z
    .object({
      enabled: z.boolean(),
      mode: z.enum(['roundRobin', 'capacity']),
      capacity: z.int().min(1).max(999),
    })
    .default({ enabled: false, mode: 'roundRobin', capacity: 5 }),
  careStatusPolicy: z.enum(['assignedOnly', 'manage']).default('assignedOnly'),
  veryHighPriority: z.boolean().default(false),
  workdayHours: z.int().min(1).max(24).default(8),
})
export type CaseSettings = z.infer<typeof caseSettingsShape>

/** What a workspace starts with. */
export const firstCaseSettings: CaseSettings = caseSettingsShape.parse({})
