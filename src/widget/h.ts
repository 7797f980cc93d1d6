/** What JSX becomes in the browser's scripts (src/cli/build.mjs): shorter calls than those of the automatic way. */
export { createElement as h, Fragment } from 'preact';
