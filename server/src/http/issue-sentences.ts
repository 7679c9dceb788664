import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const count = (value: unknown): string => String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

/** Fewer or less than is wanted. */
const tooSmall = ({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string => {
  if (origin === 'string') return minimum === 1 ? 'À remplir.' : `${count(minimum)} caractères au moins.`;
  if (origin === 'array' || origin === 'set')
    return minimum === 1 ? 'Choisissez-en au moins un.' : `Choisissez-en au moins ${count(minimum)}.`;
  return origin === 'date' ? 'Cette date est trop ancienne.' : `${count(minimum)} au moins.`;
};

const tooBig = ({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string => {
  if (origin === 'string') return `${count(maximum)} caractères au plus.`;
  if (origin === 'file') return 'Ce fichier est trop gros.';
  return origin === 'date' ? 'Cette date est trop lointaine.' : `${count(maximum)} au plus.`;
};

const FORMATS: Record<string, string> = {
  email: 'Une adresse mail complète, par exemple accueil@commune.fr.',
  url: 'Une adresse complète, qui commence par https://.',
  date: 'Une date complète\u00a0: jour, mois, année.',
  datetime: 'Une date et une heure complètes.',
  time: 'Une heure complète, par exemple 8:30.',
};

/**
 * What a person reads of a field when the contract says nothing more precise. The library's own French names types and signs of
 * comparison, which nobody fills a form by.
 */
export const issueSentence = (issue: Issue): string => {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'À remplir.' : 'Cette valeur n’est pas de la nature attendue.';
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Cette valeur n’a pas la forme attendue.';
    case 'invalid_value':
    case 'invalid_union':
      return 'Ce choix n’existe pas.';
    case 'unrecognized_keys':
      return `Champ inconnu\u00a0: ${issue.keys.map((key) => `«\u00a0${key}\u00a0»`).join(', ')}.`;
    case 'not_multiple_of':
      return `Un multiple de ${count(issue.divisor)}.`;
    default:
      return 'Cette valeur ne convient pas.';
  }
};
