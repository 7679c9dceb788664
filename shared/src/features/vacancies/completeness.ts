/** What an advertisement says, as far as the decree asks for it. */
export interface AdvertisementFacts {
  title: string;
  metier: string | null;
  cadre: string | null;
  grades: readonly string[];
  origin: string | null;
  authority: string;
  organisation: string;
  missions: string;
  profile: string;
  conditions: string;
  place: string;
  startsOn: string | null;
  recipient: string;
  deadline: string | null;
}

/** The twelve things an advertisement must say (decree 2018-1351 as amended in 2022), in the decree’s order. */
export const COMPULSORY = [
  'versant',
  'origin',
  'grade',
  'authority',
  'organisation',
  'metier',
  'missions',
  'conditions',
  'title',
  'place',
  'startsOn',
  'recipient',
] as const;
export type Compulsory = (typeof COMPULSORY)[number];

export const COMPULSORY_LABEL: Record<Compulsory, string> = {
  versant: 'Versant\u00a0: fonction publique territoriale',
  origin: 'Création ou vacance d’emploi',
  grade: 'Catégorie, cadre d’emplois et grade',
  authority: 'Autorité de recrutement',
  organisation: 'Organisme et service d’affectation',
  metier: 'Métier de référence',
  missions: 'Missions et profil attendu',
  conditions: 'Conditions\u00a0: diplômes, habilitations',
  title: 'Intitulé du poste',
  place: 'Lieu de travail',
  startsOn: 'Date de vacance de l’emploi',
  recipient: 'Destinataire des candidatures et date limite',
};

export interface CompulsoryField {
  key: Compulsory;
  label: string;
  /** What is missing, in words; null where nothing is. */
  missing: string | null;
}
export interface Completeness {
  fields: CompulsoryField[];
  done: number;
  total: number;
}

/** Fewer characters than this describe no post. */
const MISSIONS_LEAST = 40;
const blank = (text: string): boolean => text.trim() === '';

const joined = (parts: (string | false)[]): string | null => {
  const missing = parts.filter((part) => part !== false);
  return missing.length === 0 ? null : missing.join(' et ');
};

const MISSING: Record<Compulsory, (facts: AdvertisementFacts) => string | null> = {
  versant: () => null,
  origin: ({ origin }) => (origin === null ? 'dire s’il s’agit d’une création ou d’une vacance' : null),
  grade: ({ cadre, grades }) => joined([cadre === null && 'choisir le cadre d’emplois', grades.length === 0 && 'cocher au moins un grade']),
  authority: ({ authority }) => (blank(authority) ? 'nommer l’autorité qui recrute' : null),
  organisation: ({ organisation }) => (blank(organisation) ? 'nommer la collectivité et le service' : null),
  metier: ({ metier }) => (metier === null ? 'choisir le métier' : null),
  missions: ({ missions, profile }) =>
    joined([missions.trim().length < MISSIONS_LEAST && 'décrire les missions', blank(profile) && 'décrire le profil attendu']),
  conditions: ({ conditions }) => (blank(conditions) ? 'dire les diplômes ou habilitations exigés, ou qu’il n’y en a pas' : null),
  title: ({ title }) => (blank(title) ? 'donner un intitulé' : null),
  place: ({ place }) => (blank(place) ? 'indiquer le lieu de travail' : null),
  startsOn: ({ startsOn }) => (startsOn === null ? 'indiquer la date à laquelle l’emploi est vacant' : null),
  recipient: ({ recipient, deadline }) =>
    joined([blank(recipient) && 'dire à qui candidater', deadline === null && 'fixer la date limite']),
};

/** Which of the twelve compulsory things an advertisement says, and what the others lack. */
export const completenessOf = (facts: AdvertisementFacts): Completeness => {
  const fields = COMPULSORY.map((key) => ({ key, label: COMPULSORY_LABEL[key], missing: MISSING[key](facts) }));
  return { fields, done: fields.filter(({ missing }) => missing === null).length, total: fields.length };
};
