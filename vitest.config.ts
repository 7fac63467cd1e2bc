import { defineConfig } from 'vitest/config'

/** Every test of rules, of the server and of the plain functions of the interface. The browser's journeys run under Playwright (tests/journeys). */
export default defineConfig({
  test: {
    include: [
      'domain/**/*.test.ts',
      'server/**/*.test.ts',
      'tools/**/*.test.ts',
      'tests/**/*.test.ts',
      'web/**/*.test.ts',
    ],
    exclude: ['node_modules/**', 'tests/journeys/**'],
    globalSetup: ['tests/harness/global-setup.ts'],
    setupFiles: ['tests/harness/keep-statements.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
