/** Priorities, ascending (CF-15). `very_high` shows only where the workspace enables it. */
export const priorities = ['none', 'low', 'medium', 'high', 'very_high', 'critical'] as const
export type Priority = (typeof priorities)[number]

/** The preselected priority (CF-13). */
export const usualPriority: Priority = 'medium'
