import { newStemmer } from 'snowball-stemmers';

const french = newStemmer('french');

/** Words too common to tell one text from another; without accents, as everything here is compared without them. */
const STOPWORDS = new Set(
  `a l d j m n s t y au aux et ou en le la les un une des de du dans sur sous pour par avec sans que qui quoi dont car donc mais ni
  ce cet cette ces ca cela ceci se sa son ses mon ma mes ton ta tes notre nos votre vos leur leurs je tu il elle on nous vous ils elles
  lui eux ne pas plus si tres est sont suis etes etre ont ai avez avons avoir peut peuvent doit doivent faut comme comment pourquoi
  quel quelle quels quelles quand aussi ainsi chez entre vers aujourdhui qu jusqu lorsqu puisqu quoiqu quelqu`.split(/\s+/),
);

/** Plurals the stemmer leaves apart from their singular. */
const IRREGULAR = new Map(
  Object.entries({
    travaux: 'travail',
    baux: 'bail',
    vitraux: 'vitrail',
    jeux: 'jeu',
    enjeux: 'enjeu',
    lieux: 'lieu',
    milieux: 'milieu',
    feux: 'feu',
    voeux: 'voeu',
    neveux: 'neveu',
    cheveux: 'cheveu',
    choux: 'chou',
    bijoux: 'bijou',
    cailloux: 'caillou',
    yeux: 'oeil',
    lois: 'loi',
    emplois: 'emploi',
    envois: 'envoi',
    convois: 'convoi',
    tournois: 'tournoi',
    parois: 'paroi',
    appuis: 'appui',
  }),
);

/** « élus », « revenus », « vélos », which the stemmer leaves apart too; « inclus » and « diffus » are no plurals. */
const singularOf = (form: string): string =>
  IRREGULAR.get(form) ?? (/..[uo]s$/.test(form) && !/(?:clus|fus|abus|trus|btus)$/.test(form) ? form.slice(0, -1) : form);

export const isStopword = (form: string): boolean => STOPWORDS.has(form);

const isPlainWord = /^[a-z]+$/;

/** The stem of a folded form. It is taken from the folded form alone, so that typing the accents or not gives the same one. */
export const stemOf = (form: string): string => {
  if (form.length < 3 || !isPlainWord.test(form)) return form;
  // The stemmer makes it « commune », which nearly every text here holds.
  if (/^communi[cq]/.test(form)) return 'communic';
  const stem = french.stem(singularOf(form));
  // Without its accent a participle ends in e, ee or ees, which the stemmer does not bring together.
  return stem.length > 3 ? stem.replace(/e+$/, '') : stem;
};
