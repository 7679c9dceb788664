export const URGENCIES = ['high', 'normal'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const URGENCY_LABEL: Record<Urgency, string> = { high: 'Urgent', normal: 'Prévu' };

/** What has become of a half-day; worked out from bookings and offers, stored nowhere. */
export const SLOT_STATES = ['missing', 'offered', 'filled', 'past', 'cancelled'] as const;
export type SlotState = (typeof SLOT_STATES)[number];
export const SLOT_STATE_LABEL: Record<SlotState, string> = {
  missing: 'Manque',
  offered: 'Proposé',
  filled: 'Pourvu',
  past: 'Non pourvu',
  cancelled: 'Annulé',
};

/** What has become of a need: the least settled of its half-days says it. */
export const NEED_STATES = SLOT_STATES;
export type NeedState = SlotState;

/** What is kept of what was done about a need. */
export const REPLACEMENT_ACTS = [
  'published',
  'wave-told',
  'changed',
  'slots-added',
  'slots-cancelled',
  'cancelled',
  'booked',
  'booking-cancelled',
  'hours-confirmed',
  'place-told',
  'place-not-told',
] as const;
export type ReplacementAct = (typeof REPLACEMENT_ACTS)[number];
/** After the name of who did it: « Service RH, Hergnies a publié le besoin ». */
export const REPLACEMENT_ACT_LABEL: Record<ReplacementAct, string> = {
  published: 'a publié le besoin',
  'wave-told': 'a prévenu',
  changed: 'a modifié le besoin',
  'slots-added': 'a ajouté des demi-journées',
  'slots-cancelled': 'a annulé des demi-journées',
  cancelled: 'a annulé le besoin',
  booked: 'a réservé',
  'booking-cancelled': 'a annulé une réservation',
  'hours-confirmed': 'a confirmé des heures',
  'place-told': 'a prévenu le service par mail',
  'place-not-told': 'n’a pas pu prévenir le service par mail',
};

/** Who may say what hours were worked. */
export const CONFIRMING_SIDES = ['commune', 'substitute'] as const;
export type ConfirmingSide = (typeof CONFIRMING_SIDES)[number];

/** Why a half-day could not be booked. */
export const REFUSALS = ['seat-taken', 'substitute-taken', 'not-offered', 'not-eligible'] as const;
