import { AppError } from '@beffroi/shared/core/errors';
import { authed } from '../../http/orpc.ts';

const { replacements } = authed;
const soon = (): never => {
  throw new AppError('unavailable');
};

export const replacementsRouter = {
  list: replacements.list.handler(soon),
  summary: replacements.summary.handler(soon),
  mine: replacements.mine.handler(soon),
  attention: replacements.attention.handler(soon),
  places: replacements.places.handler(soon),
  settings: replacements.settings.handler(soon),
  saveSettings: replacements.saveSettings.handler(soon),
  publish: replacements.publish.handler(soon),
  get: replacements.get.handler(soon),
  edit: replacements.edit.handler(soon),
  cancel: replacements.cancel.handler(soon),
  candidates: replacements.candidates.handler(soon),
  offer: replacements.offer.handler(soon),
  withdraw: replacements.withdraw.handler(soon),
  book: replacements.book.handler(soon),
  cancelBooking: replacements.cancelBooking.handler(soon),
  confirm: replacements.confirm.handler(soon),
  trail: replacements.trail.handler(soon),
};
