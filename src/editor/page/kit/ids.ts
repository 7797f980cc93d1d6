/** Ids made for staff: small letters, digits and dashes. */

/** @returns a name as an id of at most so many letters; '' when nothing of it can stand in one */
export const asId = (name: string, most: number): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, most)
    .replace(/-+$/, '');

/** @returns an id from a name, that none of those taken has */
export function idFrom(name: string, taken: readonly string[] = []): string {
  const start = asId(name, 40) || 'new';
  let id = start;
  for (let n = 2; taken.includes(id); n++) id = `${start}-${n}`;
  return id;
}
