/** A person in the page: "you", or the beginning of the object id; names stand in the directory, not here. */

/** @param person `tenant/object` */
export function personInWords(person: string, me: string): string {
  if (person === me) return 'you';
  const object = person.slice(person.indexOf('/') + 1);
  return /^[0-9a-f-]{20,}$/i.test(object) ? `person ${object.slice(0, 8)}…` : `person ${object}`;
}
