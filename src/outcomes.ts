/** The closed list of ways a turn can end, each with a plain label for the people who read the counts. */
export const OUTCOMES = {
  welcomed: 'A talk was opened',
  answered: 'A question was answered',
  chose: 'A button was followed',
  command: 'A command was followed (help, back, menu, start again)',
  'place-set': 'A home place was given',
  'guesses-offered': 'Not sure: best guesses were offered',
  'not-understood': 'Not understood: the menu and a person were offered',
  concern: 'Risk noticed: help numbers shown',
  urgent: 'Urgent risk noticed: the urgent card shown',
  'handed-off': 'A card with people to ring was shown',
  'picture-refused': 'A picture or file was refused; Report Remove was shown',
  wiped: 'The talk was deleted on request',
  moved: 'The words had changed under the talk: led to a safe place',
  failed: 'Something failed: the fixed help reply was shown',
  'switched-off': 'The chat is switched off: the help numbers were shown',
  limited: 'Too many messages: the whole urgent card was shown, unassessed',
} as const;
export type Outcome = keyof typeof OUTCOMES;
