import type { TrailEntry } from '@beffroi/shared/features/moderation/moderation.contract';

type Words = (entry: TrailEntry) => string;

const thing = ({ target }: TrailEntry): string =>
  target.kind === 'person' || target.kind === 'club' || target.kind === 'template'
    ? target.label
    : target.kind === 'reply'
      ? `la réponse ${target.number} à « ${target.label} »`
      : `${target.kind === 'fiche' ? 'la fiche' : 'le sujet'} « ${target.label} »`;
const ofThing = ({ target }: TrailEntry): string =>
  target.kind === 'reply'
    ? `de la réponse ${target.number} à « ${target.label} »`
    : `${target.kind === 'fiche' ? 'de la fiche' : 'du sujet'} « ${target.label} »`;

/** What was done, after the name of who did it. */
const DID: Record<TrailEntry['action'], Words> = {
  pin: (entry) => `a épinglé ${thing(entry)}`,
  unpin: (entry) => `n’épingle plus ${thing(entry)}`,
  close: (entry) => `a fermé ${thing(entry)}`,
  reopen: (entry) => `a rouvert ${thing(entry)}`,
  'move-out': (entry) => `a déplacé ${thing(entry)} vers le club ${entry.after}`,
  'move-in': (entry) => `a fait venir ${thing(entry)} du club ${entry.before}`,
  'mark-duplicate': (entry) => `a relié ${thing(entry)} à « ${entry.after} », déjà posée`,
  'unmark-duplicate': (entry) => `ne relie plus ${thing(entry)} à « ${entry.before} »`,
  remove: (entry) => `a retiré ${thing(entry)}`,
  restore: (entry) => `a rétabli ${thing(entry)}`,
  edit: (entry) => `a corrigé ${thing(entry)} (version ${entry.before} à ${entry.after})`,
  'dismiss-report': (entry) => `a classé le signalement ${ofThing(entry)}`,
  'uphold-report': (entry) => `a donné suite au signalement ${ofThing(entry)}`,
  'accept-request': (entry) => `a accepté la demande de ${thing(entry)}`,
  'create-club': () => 'a créé le club',
  'edit-club': (entry) => (entry.after ? `a modifié la fiche du club (${entry.after})` : 'a modifié la fiche du club'),
  'archive-club': () => 'a archivé le club',
  'reopen-club': () => 'a rouvert le club',
  'name-pilot': (entry) => `a nommé pilote ${thing(entry)}`,
  'remove-pilot': (entry) => `a retiré le rôle de pilote à ${thing(entry)}`,
  'add-member': (entry) => `a fait entrer ${thing(entry)}`,
  'remove-member': (entry) => `a retiré du club ${thing(entry)}`,
  'edit-tags': (entry) => `a modifié les étiquettes du club${entry.after ? ` (${entry.after})` : ''}`,
  'accept-reply': (entry) => `a retenu la réponse ${entry.after} au sujet « ${entry.target.label} »`,
  'unaccept-reply': (entry) => `ne retient plus de réponse au sujet « ${entry.target.label} »`,
  'remove-comment': (entry) => `a retiré un commentaire de ${entry.before} sur le modèle « ${entry.target.label} »`,
  'restore-comment': (entry) => `a rétabli un commentaire de ${entry.before} sur le modèle « ${entry.target.label} »`,
  'decline-request': (entry) => `a décliné la demande de ${thing(entry)}`,
};

/** An entry of the audit trail as one reads it: « a fermé le sujet « … » : motif ». */
export const trailSentence = (entry: TrailEntry): string => `${DID[entry.action](entry)}${entry.reason ? ` : ${entry.reason}` : ''}`;
