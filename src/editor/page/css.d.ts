/** The bundle of the editor's page takes a style sheet as its text (src/cli/build.mjs). */
declare module '*.css' {
  const text: string;
  export default text;
}
