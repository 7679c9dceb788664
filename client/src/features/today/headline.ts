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

const masculine = (count: number, one: string, many: string): string => (count === 1 ? `un ${one}` : counted(count, one, many));

interface Awaiting {
  urgent?: number;
  waiting: number;
  answers: number;
  /** Said when nothing more pressing is. */
  recruiting?: 'recruits' | 'applies' | null;
}

const OF_RECRUITING = { recruits: 'Vos recrutements vous attendent', applies: 'Des nouvelles de vos candidatures' };

/** What waits, in a sentence: « Deux besoins urgents, une réponse pour vous », « Deux questions attendent, une réponse pour vous ». */
export const headline = ({ urgent = 0, waiting, answers, recruiting = null }: Awaiting): string => {
  const questions = counted(waiting, 'question attend', 'questions attendent');
  const replies = `${counted(answers, 'réponse', 'réponses')} pour vous`;
  const needs = masculine(urgent, 'besoin urgent', 'besoins urgents');
  if (urgent && (answers || waiting)) return capitalised(`${needs}, ${answers ? replies : questions}`);
  if (urgent) return capitalised(needs);
  if (waiting && answers) return capitalised(`${questions}, ${replies}`);
  if (waiting) return capitalised(`${questions} une réponse`);
  if (answers) return capitalised(replies);
  return recruiting ? OF_RECRUITING[recruiting] : 'Rien ne vous attend';
};

/** What communes ask of a substitute: « Deux remplacements vous sont demandés ». */
export const askedHeadline = (count: number): string =>
  capitalised(`${masculine(count, 'remplacement vous est demandé', 'remplacements vous sont demandés')}`);

/** The heading of what was answered: « Une réponse vous attend ». */
export const answersTitle = (count: number): string => capitalised(counted(count, 'réponse vous attend', 'réponses vous attendent'));
