/** The mark of the product. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-accent-6)" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round">
        <path d="M9 8.5h9.2L24 14v9.5H9z" />
        <path d="M13 16.2l2.6 2.6 4.6-4.8" strokeLinecap="round" />
      </g>
    </svg>
  )
}
