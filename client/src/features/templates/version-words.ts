import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import type { VersionOrigin } from '@beffroi/shared/features/templates/templates.vocabulary';
import { personLabel } from '../../ui/person-avatar.tsx';

const LIST = new Intl.ListFormat('fr', { type: 'conjunction' });

const UNNAMED: Record<VersionOrigin, string> = {
  automatic: 'Version automatique',
  named: 'Version nommée',
  validated: 'Version validée',
  'before-restore': 'Avant un retour en arrière',
  restored: 'Retour en arrière',
};

/** What a version is called: « Validé v2 », the name it was given, else how it came to be. */
export const versionName = ({ origin, name, validated, number }: VersionItem): string => {
  if (validated !== null) return `Validé v${validated}`;
  if (origin === 'restored') return `Retour à la version ${name.replace(/\D/g, '')}`;
  return name || `${UNNAMED[origin]} ${number}`;
};

/** Who wrote what it has of new, or who asked for it. */
export const versionAuthors = ({ authors, by }: VersionItem): string => {
  const people = authors.length > 0 ? authors : by ? [by] : [];
  return LIST.format(people.map(personLabel));
};
