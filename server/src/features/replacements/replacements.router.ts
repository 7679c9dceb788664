import { authed } from '../../http/orpc.ts';
import { bookingCalendar, comingCalendar } from './booking-calendar.queries.ts';
import { listCandidates } from './candidates.queries.ts';
import { bookSlots } from './commands/book-slots.ts';
import { cancelBooking } from './commands/cancel-booking.ts';
import { cancelReplacement } from './commands/cancel-replacement.ts';
import { confirmHours } from './commands/confirm-hours.ts';
import { editReplacement } from './commands/edit-replacement.ts';
import { offerReplacement, withdrawOffer } from './commands/offer-replacement.ts';
import { publishReplacement } from './commands/publish-replacement.ts';
import { saveWaveSettings } from './commands/save-wave-settings.ts';
import { myMissions, replacementAttention } from './missions.queries.ts';
import { getReplacement, lastPlaces, listReplacements, replacementTrail, summarizeReplacements } from './replacements.queries.ts';
import { readWaveSettings } from './wave-settings.queries.ts';

const { replacements } = authed;

export const replacementsRouter = {
  list: replacements.list.handler(({ input, context }) => listReplacements(context.actor, input)),
  summary: replacements.summary.handler(({ input, context }) => summarizeReplacements(context.actor, input)),
  mine: replacements.mine.handler(({ context }) => myMissions(context.actor)),
  calendar: replacements.calendar.handler(({ context }) => comingCalendar(context.actor, context.publicUrl)),
  bookingCalendar: replacements.bookingCalendar.handler(({ input, context }) =>
    bookingCalendar(context.actor, input.id, context.publicUrl),
  ),
  attention: replacements.attention.handler(({ context }) => replacementAttention(context.actor)),
  places: replacements.places.handler(({ input, context }) => lastPlaces(context.actor, input.commune)),
  settings: replacements.settings.handler(({ context }) => readWaveSettings(context.actor)),
  saveSettings: replacements.saveSettings.handler(({ input, context }) => saveWaveSettings(context.actor, input)),
  publish: replacements.publish.handler(({ input, context }) => publishReplacement(context.actor, input)),
  get: replacements.get.handler(({ input, context }) => getReplacement(context.actor, input.id)),
  edit: replacements.edit.handler(({ input, context }) => editReplacement(context.actor, input)),
  cancel: replacements.cancel.handler(({ input, context }) => cancelReplacement(context.actor, input)),
  candidates: replacements.candidates.handler(({ input, context }) => listCandidates(context.actor, input.id)),
  offer: replacements.offer.handler(({ input, context }) => offerReplacement(context.actor, input)),
  withdraw: replacements.withdraw.handler(({ input, context }) => withdrawOffer(context.actor, input.id)),
  book: replacements.book.handler(({ input, context }) => bookSlots(context.actor, input)),
  cancelBooking: replacements.cancelBooking.handler(({ input, context }) => cancelBooking(context.actor, input)),
  confirm: replacements.confirm.handler(({ input, context }) => confirmHours(context.actor, input)),
  trail: replacements.trail.handler(({ input, context }) => replacementTrail(context.actor, input.id)),
};
