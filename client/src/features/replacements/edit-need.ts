import { halfDayKey } from '@beffroi/shared/core/half-days';
import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { URGENCY_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import type { DisputedDifference } from '../../ui/conflict-notice.tsx';
import { chosenSlots, copyOf, type NewNeed } from './new-need.ts';

/** What one may change of a need that is published. */
export type NeedDetails = Pick<Need, 'place' | 'urgency' | 'diploma' | 'contact' | 'placeEmail' | 'note'>;

const FIELDS = ['place', 'urgency', 'diploma', 'contact', 'placeEmail', 'note'] as const;
type Field = (typeof FIELDS)[number];
const LABEL: Record<Field, string> = {
  place: 'Lieu',
  urgency: 'Urgence',
  diploma: 'Diplôme exigé',
  contact: 'Qui demander en arrivant',
  placeEmail: 'Adresse mail du service à prévenir',
  note: 'Ce qu’il faut savoir',
};

/** A change being written: what is typed, what the need said when it was begun, and its version then. */
export interface NeedEdit {
  typed: NewNeed;
  base: NeedDetails;
  version: number;
}

export const detailsOf = ({ place, urgency, diploma, contact, placeEmail, note }: NeedDetails): NeedDetails => ({
  place,
  urgency,
  diploma,
  contact,
  placeEmail,
  note,
});

const typedDetails = (typed: NewNeed, base: NeedDetails): NeedDetails => {
  const { place, contact, placeEmail = '', note, diploma } = typed;
  const texts = { place: place.trim(), contact: contact.trim(), placeEmail: placeEmail.trim(), note: note.trim() };
  return { ...texts, diploma, urgency: typed.urgency ?? base.urgency };
};

/** The form of a published need: its days are shown as they are, those chosen are added. */
export const beginEdit = (need: Need): NeedEdit => ({
  typed: { ...copyOf(need, ''), urgency: need.urgency },
  base: detailsOf(need),
  version: need.version,
});

/** Half-days the need has already: what was offered and booked of them stands. */
export const standingSlots = ({ slots }: Pick<Need, 'slots'>): Need['slots'] => slots.filter(({ state }) => state !== 'cancelled');

/** What is to be sent: the fields one changed, and the half-days the need has not yet. */
export const changesOf = ({ typed, base }: NeedEdit, need: Pick<Need, 'slots'>) => {
  const details = typedDetails(typed, base);
  const standing = new Set(standingSlots(need).map(halfDayKey));
  const addSlots = chosenSlots(typed).filter((slot) => !standing.has(halfDayKey(slot)));
  const changed = Object.fromEntries(FIELDS.filter((field) => details[field] !== base[field]).map((field) => [field, details[field]]));
  return { ...(changed as Partial<NeedDetails>), ...(addSlots.length > 0 && { addSlots }) };
};

const shown = (field: Field, value: NeedDetails[Field]): string => {
  if (field === 'urgency') return URGENCY_LABEL[value as NeedDetails['urgency']];
  if (field === 'diploma') return value ? (diplomaOf(value)?.label ?? value) : 'Ceux du métier';
  return value || 'Rien';
};

/** What somebody else changed since this change was begun. */
export const differencesWith = ({ typed, base }: NeedEdit, theirs: NeedDetails): DisputedDifference[] => {
  const mine = typedDetails(typed, base);
  return FIELDS.filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field]).map((field) => ({
    label: LABEL[field],
    mine: shown(field, mine[field]),
    theirs: shown(field, theirs[field]),
    disputed: mine[field] !== base[field],
  }));
};

/** One's change on top of what the need says now: what one did not touch is the other's, what one typed is kept. */
export const rebased = (edit: NeedEdit, current: Need): NeedEdit => {
  const { addSlots: _days, ...changed } = changesOf(edit, current);
  const details = { ...detailsOf(current), ...changed };
  return { typed: { ...edit.typed, ...details }, base: detailsOf(current), version: current.version };
};
