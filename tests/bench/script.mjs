/** What the load generator types: ten turns, all of them words (a pressed button would skip `assess`). */

/** Short answers and whole sentences in turn, so that the stock bot's choice prompts find theirs; one is urgent. */
export const TALK = [
  'a friend',
  'she is getting gifts from an older man and she wont tell me who he is',
  'menu',
  'he said he would send my pictures to everyone if i dont send him more',
  'pictures',
  'i live in trowbridge and i dont know who i can talk to about this',
  'my fault',
  'hes outside my house right now and my mum is at work please help me',
  'back',
  'what happens if i tell a teacher and will they ring my mum and dad',
];

/** The answers that the stock bot's prompt offers. */
export const CHOICES = TALK.filter((_, n) => n % 2 === 0);

/** Messages of thirty words, as different people would type them. */
export const THIRTY_WORDS = [
  'my best friend keeps meeting a man who is like thirty and he buys her vapes and clothes and she told me not to tell anyone because he gets angry',
  'i sent a picture to a boy on snapchat and now he says he will put it on his story if i do not send another one by tonight help',
  'can you tell me what grooming means because we did it at school today but i was off sick and my teacher said we have to write about it please',
  'hi im a mum of a thirteen year old girl in chippenham and lately she is out till late has new trainers and will not say where they came from',
  'idk if this counts but my coach messages me every nite he says im mature 4 my age n he wants me 2 come 2 his house on saturday alone',
  'there are older lads who pick up kids from our school in a white car and give them weed and now they want my brother to carry something for them',
  'i have homework about the romans and my mum says i cannot go to the match on sunday unless it is finished but my old printer is broken again today',
  'he is outside my house again and he keeps ringing the bell my mum is at work until ten and i have turned all of the lights off please help',
  'we run a small hotel near swindon and twice this week an older man has booked a room with a girl who looks only about fifteen who should we ring',
  'if i told someone what my stepdad does would they take me and my sister away from our mum because i am scared it would all be my fault then',
];

/** Of 10,000 characters, the most that a message may have. */
export const LONG = THIRTY_WORDS.join('. ').repeat(8).slice(0, 10_000);
