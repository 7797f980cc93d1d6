/** The mark, a signpost with two arms: paths on a field of 48 by 48, drawn in this order. */
export const MARK = {
  post: 'M22 4a2 2 0 0 1 4 0v40h-4z',
  arm: 'M10 8h23q1.3 0 2.1.9l4.5 5.2q.8.9 0 1.8l-4.5 5.2q-.8.9-2.1.9H10q-2.5 0-2.5-2.5v-9Q7.5 8 10 8z',
  'arm two':
    'M38 26H17q-1.3 0-2.1.9l-3.8 4.2q-.8.9 0 1.8l3.8 4.2q.8.9 2.1.9h21q2.5 0 2.5-2.5v-7q0-2.5-2.5-2.5z',
} as const;
