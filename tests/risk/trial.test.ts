/** What people typed in trials and was missed, or taken for more than it was. */
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/content/schema.ts';
import { assess } from '../../src/risk/assess.ts';
import { createBot } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { assessor } = realLibrary();
const levelOf = (text: string): string => assess(assessor, text).level;
const height = (text: string): number => LEVELS.indexOf(assess(assessor, text).level);
const split = (names: string): string[] => names.split(',').map((name) => name.trim());

/** Names that children of Wiltshire have, that are words too, or that are misspelt words to an English eye. */
const NAMES = [
  ...split('dave, sarah, liam, maisie, mohammed, muhammad, aisha, fatima, yusuf, ahmed, omar, zainab'),
  ...split('krzysztof, agnieszka, szymon, małgorzata, zofia, wojtek, kasia, oleksandr, oksana, dmytro'),
  ...split('prakash, sunita, bishnu, arjun, priya, gurpreet, rajesh, xiu ying, wei, nguyen, thuy, haruto'),
  ...split('ioana, ștefan, joão, inês, ngozi, oluwaseun, chidi, kwame, siobhan, niamh, caoimhe, łukasz'),
  ...split('will, mark, rob, grace, rose, max, jack, art, summer, chase, precious, angel, hunter, bill, sue'),
  ...split('dave perkins, john smith, maisie turner, mr jones, big tom, uncle bob, anna maria, abdul rahman'),
  ...split('jayden, kai, tyler, ethan, chloe, mia, ella, archie, reggie, freddie, ronnie, tracy, stacey'),
  ...split('олександр, дмитро, محمد, प्रकाश, أحمد, 小明'),
];

describe('somebody with a name', () => {
  const URGENT = ['is hurting me', 'hurts me', 'is touching me', 'keeps hitting me', 'touched me'];

  it.each(URGENT)('who %s is urgent, whatever the name', (what) => {
    expect(NAMES.length).toBeGreaterThan(80);
    expect(NAMES.filter((name) => levelOf(`${name} ${what}`) !== 'urgent')).toEqual([]);
  });

  it('is noticed behind other words, and where a blow is told of', () => {
    const said = (name: string): string[] => [
      `i need help ${name} is hurting me`,
      `so basically ${name} keeps hurting me`,
      `at school ${name} hurts me every day`,
      `ok so ${name} is hurting me lol`,
    ];
    expect(NAMES.flatMap(said).filter((text) => levelOf(text) !== 'urgent')).toEqual([]);
    // "will hit me" is no deed yet.
    const hit = NAMES.filter((name) => name !== 'will').flatMap((name) => [
      `${name} hit me`,
      `${name} punched me yesterday`,
    ]);
    expect(hit.filter((text) => levelOf(text) === 'none')).toEqual([]);
  });

  it('is noticed behind the mark that stands for it', () => {
    expect(levelOf('a man called [name] touched me')).toBe('urgent');
    expect(levelOf('his name is [name] and he is hurting me')).toBe('urgent');
  });

  it.each([
    'my sister is hurting me',
    'my girlfriend is hurting me',
    'my boyfriend dave is hurting me',
    'the boys at school are hurting me',
  ])('urgent without one: %s', (text) => expect(levelOf(text)).toBe('urgent'));

  it.each([
    'my tooth is hurting me',
    'tooth is hurting me',
    'my shoes are hurting me',
    'my new white trainers are hurting me',
    'my back is hurting me',
    'my head keeps hurting me',
    'my braces are really hurting me',
    'it hurts me to see',
    'it hurts me to laugh',
    'nothing touches me',
    'nothing hurts me',
    'love hurts me',
    'this song touched me',
    'that film really touched me',
    'the teacher touched me with her speech',
    'her speech touched me',
    'the ball hit me',
    'a frisbee hit me',
    'dave keeps hitting me with a pillow lol',
    'rain keeps hitting me in the face',
    'nostalgia keeps hitting me',
    'algebra is beating me',
    'jack touched me in tag lol',
    'harry is beating me at fifa',
    'jess hit me up on snap',
    'covid hit me hard',
  ])('is not taken from a thing or a joke: %s', (text) => expect(levelOf(text)).not.toBe('urgent'));

  it.each([
    'nobody hurts me',
    'no one is hurting me',
    'dave is not hurting me',
    'dave never hurts me',
  ])('no rule hears it where it is denied; the model may still doubt: %s', (text) =>
    expect(assess(assessor, text).ruled).toBe('none'));

  it.each([
    'my tooth is hurting me',
    'my shoes are hurting me',
    'my back is hurting me',
    'nothing touches me',
    'it hurts me to see',
  ])('a body that aches is no worry of ours: %s', (text) => expect(levelOf(text)).toBe('none'));
});

describe('not knowing what to do', () => {
  it.each([
    'i dont know what to do',
    'i dont no wot 2 do',
    "I don't know what to do.",
    'idk what to do',
    'i just dont know what to do',
    'pls i dont know what to do',
  ])('is met kindly, and not with the card for suicide: %s', (text) => {
    expect(assess(assessor, text)).toMatchObject({ level: 'concern', topic: 'talk-to-someone' });
  });

  it.each(['i dont know', 'idk', 'dunno', 'not sure'])('alone says nothing: %s', (text) =>
    expect(levelOf(text)).toBe('none'));

  it.each([
    'i dont know what to do he is here',
    'i dont know what to do. i want to die',
    'i dont know what to do anymore i cant go on',
    'i dont know what to do, dave is hurting me',
    'idk what to do ive taken loads of pills',
  ])('takes nothing from what stands beside it: %s', (text) => expect(levelOf(text)).toBe('urgent'));
});

describe('what is left of a personal detail', () => {
  const STUMPS = [
    'my insta is [handle]',
    'i live at [address]',
    'his snap is [handle]',
    'i go to [school]',
    'my num is [phone]',
    'my number is [phone]',
    'my name is [name]',
    'hi my name is [name]',
    'my name is [name]. i live at [address], i go to [school]',
    'ring me on [phone], or [phone]',
    'add me on insta: [handle]',
    'my postcode is [postcode]',
    'my email is [email]',
    '[phone]',
    '[name]',
  ];

  it.each(STUMPS)('is no sign of anything: %s', (text) => {
    expect(assess(assessor, text)).toMatchObject({ level: 'none', weak: false });
  });

  it('chooses no answer', async () => {
    for (const text of STUMPS) {
      const { outcome } = await createBot().say(text);
      expect(`${text}: ${outcome}`).toBe(`${text}: not-understood`);
    }
  });

  it.each([
    'his snap is [handle] and he wants my nudes',
    'i live at [address] and hes outside',
    'i live at [address]. he hits me',
    'my name is [name] and i want to die',
    'he is near',
    'they are in',
  ])('hides nothing that stands beside it: %s', (text) => expect(height(text)).toBeGreaterThan(0));
});

describe('pictures, in Polish', () => {
  it.each([
    ['Ktoś ma moje nagie zdjęcie i grozi że je wyśle', 'blackmail'],
    ['ktos ma moje nagie zdjecie i grozi ze je wysle', 'blackmail'],
    ['szantażuje mnie zdjęciami', 'blackmail'],
    ['szantazuja mnie', 'blackmail'],
    ['mam nagie zdjęcia w sieci', 'sharing-images'],
    ['on chce ode mnie nagie zdjecia', 'sharing-images'],
    ['wrzucil moje zdjecia do internetu', 'sharing-images'],
  ])('%s', (text, topic) => {
    expect(assess(assessor, text)).toMatchObject({ level: 'concern', topic, language: 'pl' });
  });

  it.each([
    'wrzuciłam zdjęcia z wakacji',
    'mama grozi mi szlabanem',
    'ładne zdjęcie',
  ])('nothing: %s', (text) => expect(levelOf(text)).toBe('none'));
});

describe('slips of the pen, and no words at all', () => {
  it.each(['i wanna dissapear', 'i wanna dissappear', 'i wanna disapear'])('%s', (text) => {
    expect(assess(assessor, text)).toMatchObject({
      level: levelOf('i wanna disappear'),
      topic: 'self-harm-suicide',
    });
  });

  it.each(['hlep', 'hlp me', 'plz hlep', 'hlep me', 'i need hlp'])('a cry for help: %s', (text) =>
    expect(assess(assessor, text)).toMatchObject({ level: 'concern', topic: 'immediate-danger' }));

  it.each([
    '😭😭😭',
    '😢',
    '😭 😭!',
    '💔🥺',
    '☹️',
  ])('tears alone are met with people to talk to: %s', async (text) => {
    expect(assess(assessor, text)).toMatchObject({ level: 'concern', topic: 'talk-to-someone' });
    const { outcome, words } = await createBot().say(text);
    expect(outcome).toBe('concern');
    expect(words).toContain('tel:08001111');
    expect(words).not.toContain('get that');
  });

  it.each(['😂😂', '👍', 'lol 😭'])('other signs are none: %s', (text) => expect(levelOf(text)).toBe('none'));
});
