/** Small drawings, kept once in the page (src/site/sprite.tsx). They repeat what words say: screen readers skip them. */
export function Icon({ name }: { readonly name: 'call' | 'text' | 'open' | 'send' | 'mark' }) {
  return (
    <svg class={name === 'mark' ? name : `icon ${name}`} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
