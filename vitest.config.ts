import { defineConfig } from 'vitest/config';

/** Tests of pure parts and of servers in their own process: they leave nothing behind, and share what they load. */
const TOGETHER = [
  'tests/config.test.ts',
  'tests/{channels,contacts,content,doctor,engine,replies,server,structure,teams,transcripts}/**/*.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: 'tests/building.ts',
    // Most of the time they wait for browsers and for servers of their own: one worker leaves two cores half idle.
    maxWorkers: 3,
    testTimeout: 40_000,
    hookTimeout: 90_000,
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, test: { name: 'alone', include: ['tests/**/*.test.ts'], exclude: TOGETHER } },
    ],
  },
});
