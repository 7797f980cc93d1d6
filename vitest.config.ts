import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/building.ts',
    // Most of the time they wait for browsers and for servers of their own: one worker leaves two cores half idle.
    maxWorkers: 3,
    testTimeout: 40_000,
    hookTimeout: 90_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
