/**
 * V8's flags for the server. By itself V8 lets the space for new objects grow to 64 MB on a large machine while the
 * content is read, and keeps it; a turn needs a few KB.
 */
export const START_FLAGS = ['--max-semi-space-size=4'];
