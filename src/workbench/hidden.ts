/** A number that staff have hidden does not come back by another name, or by being taken out and put in again. */
import type { ContentFiles } from '../content/files.ts';
import { errorAt, type Problem } from '../content/problem.ts';
import { numbersOf } from '../content/shown.ts';

/**
 * @param before the live content
 * @param hidden the services that are hidden
 */
export function hiddenStays(
  { services: before }: ContentFiles,
  { services: after }: ContentFiles,
  hidden: readonly string[],
): Problem[] {
  const was = before.value.services.filter(({ id, emergency }) => hidden.includes(id) && !emergency);
  const wrong = new Set(was.flatMap(numbersOf));
  const known = new Map(before.value.services.map((one) => [one.id, numbersOf(one)]));
  const gone = was.filter(({ id }) => !after.value.services.some((one) => one.id === id));
  const again = after.value.services.flatMap((service, n): Problem[] => {
    const back = numbersOf(service).some(
      (number) => wrong.has(number) && !known.get(service.id)?.includes(number),
    );
    return back && !service.emergency
      ? [
          errorAt(
            after,
            ['services', n],
            `"${service.id}" has a number that is hidden`,
            'find the right number',
          ),
        ]
      : [];
  });
  return [
    ...gone.map(({ id }) =>
      errorAt(
        after,
        ['services'],
        `the hidden service "${id}" is gone`,
        'keep it until its right number is known, or two people have brought it back',
      ),
    ),
    ...again,
  ];
}
