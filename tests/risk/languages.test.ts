/** Emergency words in the languages of Wiltshire's schools, as children type them; and talk that is no emergency. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/risk/assess.ts';
import { fold } from '../../src/risk/letters.ts';
import { realLibrary } from '../library.ts';

const { assessor } = realLibrary();

const URGENT: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  polish: [
    ['Pomocy!!!', 'danger'],
    ['proszę zadzwońcie na policję', 'danger'],
    ['on tu jest', 'danger'],
    ['tata mnie bije', 'danger'],
    ['chcę umrzeć', 'suicide'],
    ['on mnie zgwałcił', 'assaulted'],
    ['nie mogę wrócić do domu', 'nowhere-safe'],
  ],
  'nepali, latin': [
    ['malai bachau', 'danger'],
    ['police lai bolau', 'danger'],
    ['malai bahira jana dindaina', 'danger'],
    ['malai kutcha', 'danger'],
    ['ma marna chahanchu', 'suicide'],
    ['kaka le malai chhoyo', 'assaulted'],
    ['ma ghar jana sakdina', 'nowhere-safe'],
  ],
  'nepali, devanagari': [
    ['मलाई बचाऊ', 'danger'],
    ['प्रहरीलाई बोलाउनुहोस्', 'danger'],
    ['मलाई डर लाग्यो', 'danger'],
    ['मलाई कुट्छ', 'danger'],
    ['मलाई मर्न मन लाग्छ।', 'suicide'],
    ['उसले मलाई छोयो', 'assaulted'],
    ['म घर जान सक्दिन', 'nowhere-safe'],
  ],
  romanian: [
    ['Ajutați-mă', 'danger'],
    ['sunați la poliție vă rog', 'danger'],
    ['nu mă lasă să ies', 'danger'],
    ['tata mă bate', 'danger'],
    ['vreau să mor', 'suicide'],
    ['m-a forțat', 'assaulted'],
    ['nu pot să mă întorc acasă', 'nowhere-safe'],
  ],
  portuguese: [
    ['socorro', 'danger'],
    ['liga para a polícia', 'danger'],
    ['ele não me deixa sair', 'danger'],
    ['ele está me machucando', 'danger'],
    ['não quero mais viver', 'suicide'],
    ['ele tocou-me', 'assaulted'],
    ['não posso voltar para casa', 'nowhere-safe'],
  ],
  'arabic, script': [
    ['ساعِدوني', 'danger'],
    ['اتصلوا بالشرطة', 'danger'],
    ['أنا خائفة', 'danger'],
    ['بابا بيضربني', 'danger'],
    ['أريد أن أموت', 'suicide'],
    ['اغتصبني', 'assaulted'],
    ['لا أستطيع العودة إلى البيت', 'nowhere-safe'],
  ],
  'arabic, latin': [
    ['sa3duni', 'danger'],
    ['ettesel bel shorta', 'danger'],
    ['ana 5ayfe', 'danger'],
    ['baba byedrabni', 'danger'],
    ['3ayza amoot', 'suicide'],
    ['lamasni', 'assaulted'],
    ['ma b2dar erja3 3al bet', 'nowhere-safe'],
  ],
  'bengali, script': [
    ['আমাকে বাঁচাও', 'danger'],
    ['পুলিশ ডাকুন', 'danger'],
    ['আমার ভয় করছে', 'danger'],
    ['আমাকে মারছে', 'danger'],
    ['আমি মরতে চাই', 'suicide'],
    ['আমার গায়ে হাত দিয়েছে', 'assaulted'],
    ['বাসায় যেতে পারছি না', 'nowhere-safe'],
  ],
  'bengali, latin': [
    ['amake bachao', 'danger'],
    ['amare basao', 'danger'],
    ['police dako', 'danger'],
    ['abba amare marer', 'danger'],
    ['ami more jete chai', 'suicide'],
    ['amar gaye hat diyeche', 'assaulted'],
    ['bari jete parchi na', 'nowhere-safe'],
  ],
  ukrainian: [
    ['Допоможіть', 'danger'],
    ['викличте поліцію', 'danger'],
    ['мене не випускають', 'danger'],
    ["він мене б'є", 'danger'],
    ['хочу померти', 'suicide'],
    ['мене зґвалтували', 'assaulted'],
    ['не можу йти додому', 'nowhere-safe'],
  ],
  russian: [
    ['памагите', 'danger'],
    ['вызовите полицию', 'danger'],
    ['мне страшно', 'danger'],
    ['он меня бьёт', 'danger'],
    ['не хочу жить', 'suicide'],
    ['он меня трогает', 'assaulted'],
    ['не могу вернуться домой', 'nowhere-safe'],
  ],
  spanish: [
    ['ayúdame', 'danger'],
    ['llama a la policía', 'danger'],
    ['no me deja salir', 'danger'],
    ['mi padre me pega', 'danger'],
    ['quiero morir', 'suicide'],
    ['abusó de mí', 'assaulted'],
    ['no puedo volver a casa', 'nowhere-safe'],
  ],
  french: [
    ['aidez-moi', 'danger'],
    ['appelez la police', 'danger'],
    ["j'ai peur", 'danger'],
    ['il me frappe', 'danger'],
    ['je veux mourir', 'suicide'],
    ["il m'a forcée", 'assaulted'],
    ['je peux pas rentrer chez moi', 'nowhere-safe'],
  ],
  german: [
    ['hilf mir', 'danger'],
    ['ruf die Polizei', 'danger'],
    ['ich habe Angst', 'danger'],
    ['er schlägt mich', 'danger'],
    ['ich will sterben', 'suicide'],
    ['er hat mich angefasst', 'assaulted'],
    ['ich kann nicht nach Hause', 'nowhere-safe'],
  ],
  'hindi and urdu, latin': [
    ['mujhe bachao', 'danger'],
    ['police ko bulao', 'danger'],
    ['mujhe dar lag raha hai', 'danger'],
    ['wo mujhe marta hai', 'danger'],
    ['main marna chahti hu', 'suicide'],
    ['mere saath zabardasti ki', 'assaulted'],
    ['ghar se nikal diya', 'nowhere-safe'],
  ],
};

const CALM = [
  'cześć co u ciebie',
  'dzien dobry, mam pytanie',
  'how do you say pomocy in polish',
  'pomocy z matematyką',
  'namaste',
  'नमस्ते, के छ',
  'malai momo man parcha',
  'salut ce faci',
  'ajutor la tema de matematica',
  'what does ajutor mean',
  'olá tudo bem',
  'preciso de ajuda com o trabalho de casa',
  'quero morrer de rir',
  'مرحبا كيف حالك',
  'ساعدني في الواجب',
  'mulțumesc pentru ajutor',
  'salam habibi kifak',
  'কেমন আছো',
  'kemon acho bondhu',
  'assalamu alaikum',
  'привіт як справи',
  'допоможіть з домашкою',
  'привет, как дела',
  'hola qué tal',
  'ayuda con los deberes',
  'me gusta el fútbol',
  'bonjour ça va',
  'je veux mourir de rire',
  'in french today we learnt au secours',
  'hallo wie gehts',
  'hilf mir bei den hausaufgaben',
  'namaste kaise ho',
  'my duolingo lesson taught me socorro',
  'we are learning the polish word for help, its pomocy',
];

describe.each(Object.entries(URGENT))('%s', (_language, phrases) => {
  it.each(phrases)('%s is urgent: %s', (text, variant) => {
    for (const typed of [text, text.toUpperCase(), `pls ${text}`])
      expect(assess(assessor, typed), typed).toMatchObject({ level: 'urgent', variant });
  });

  it.each(phrases)('%s is read without its accents too', (text, variant) => {
    const bare = text.split(' ').map(fold).join(' ');
    expect(assess(assessor, bare), bare).toMatchObject({ level: 'urgent', variant });
  });
});

it.each(CALM)('is not urgent: %s', (text) => {
  expect(assess(assessor, text).level).not.toBe('urgent');
});

it('reads cries that are drawn out, and leaves English words alone', () => {
  const words = (text: string): string[] => assess(assessor, text).reasons.map(({ rule }) => rule);
  expect(words('pomocyyyyy')).toContain('polish-help-now');
  expect(words('socoooorro')).toContain('portuguese-help-now');
  expect(words('my poor bill is in the pub with a beer')).toEqual([]);
});
