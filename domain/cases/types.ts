/** The case types every workspace has and cannot delete (CF-11, CF-12); further ones may be added. */
export const builtInTypes = ['General', 'Support', 'Question', 'Feedback', 'Lead'] as const

/** The type of a case for which nobody chose one (CF-12). */
export const usualType = 'General'
