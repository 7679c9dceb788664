const WORDS = [
  'zéro',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];

/** « deux questions », in letters as far as one reads them faster than figures. */
const counted = (count: number, one: string, many: string): string => `${WORDS[count] ?? count} ${count > 1 ? many : one}`;

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** What waits, in a sentence: « Deux questions attendent, une réponse pour vous ». */
export const headline = ({ waiting, answers }: { waiting: number; answers: number }): string => {
  const questions = counted(waiting, 'question attend', 'questions attendent');
  const replies = `${counted(answers, 'réponse', 'réponses')} pour vous`;
  if (waiting && answers) return capitalised(`${questions}, ${replies}`);
  if (waiting) return capitalised(`${questions} une réponse`);
  if (answers) return capitalised(replies);
  return 'Rien ne vous attend';
};

/** The heading of what was answered: « Une réponse vous attend ». */
export const answersTitle = (count: number): string => capitalised(counted(count, 'réponse vous attend', 'réponses vous attendent'));
