/** Ids made for staff: small letters, digits and dashes. */

/** @returns an id from a name, that none of those taken has */
export function idFrom(name: string, taken: readonly string[] = []): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const start = plain === '' ? 'new' : plain;
  let id = start;
  for (let n = 2; taken.includes(id); n++) id = `${start}-${n}`;
  return id;
}
