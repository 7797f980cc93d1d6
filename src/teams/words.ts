/**
 * What Teams shows of the app before it is opened. What residents and professionals read inside it is content. The
 * titles of the commands are what is sent when somebody taps one, so they stay as the bot knows them.
 */

export interface Words {
  readonly short: string;
  readonly full: string;
  readonly says: string;
  readonly more: string;
  readonly tab: string;
  /** What each command does, in the order of COMMANDS. */
  readonly commands: readonly string[];
}

/** Words of content/ui.yaml, under `commands`. */
export const COMMANDS = ['Show me who to ring', 'See all topics', 'Start again', 'Delete this talk'] as const;

export const ENGLISH: Words = {
  short: 'Signpost',
  full: 'Signpost: who can help with child sexual exploitation',
  says: 'Find who to ring about child sexual exploitation. A computer with fixed words.',
  more:
    'Signpost shows professionals who to ring when they worry that a child is being exploited or groomed, ' +
    'and what to look for.\n\n' +
    'It is a computer with fixed words. Nobody reads this as you type. Nobody is coming unless somebody rings.\n\n' +
    'Your employer keeps what is said in Teams. Do not use names. Signpost itself does not save your words.\n\n' +
    'Staff who have been given a role also find the editor here: the page where the words are changed.',
  tab: 'Editor',
  commands: [
    'The numbers that fit, and who is open now',
    'Everything you can ask about',
    'Go back to the beginning',
    'Signpost forgets this talk; Teams still keeps it',
  ],
};

/** No native speaker has read these yet. */
export const POLISH: Words = {
  short: 'Signpost',
  full: 'Signpost: kto pomoże w sprawie seksualnego wykorzystywania dzieci',
  says: 'Do kogo zadzwonić w sprawie wykorzystywania dzieci. Komputer, stałe teksty.',
  more:
    'Signpost pokazuje specjalistom, do kogo zadzwonić, gdy obawiają się, że dziecko jest wykorzystywane lub uwodzone, ' +
    'i na co zwracać uwagę.\n\n' +
    'To komputer ze stałymi tekstami. Nikt nie czyta tego na bieżąco. Nikt nie przyjdzie, jeśli nikt nie zadzwoni.\n\n' +
    'Pracodawca zachowuje to, co piszesz w Teams. Nie podawaj nazwisk. Sam Signpost nie zapisuje Twoich słów.\n\n' +
    'Osoby, którym nadano rolę, znajdą tu także edytor: stronę, na której zmienia się teksty.',
  tab: 'Edytor',
  commands: [
    'Pasujące numery i kto teraz odbiera',
    'Wszystkie tematy, o które możesz zapytać',
    'Powrót do początku',
    'Signpost zapomina tę rozmowę; Teams nadal ją przechowuje',
  ],
};
