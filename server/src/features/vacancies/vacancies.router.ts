import { AppError } from '@beffroi/shared/core/errors';
import { authed } from '../../http/orpc.ts';

const { vacancies } = authed;
const soon = (): never => {
  throw new AppError('unavailable');
};

export const vacanciesRouter = {
  list: vacancies.list.handler(soon),
  create: vacancies.create.handler(soon),
  searches: vacancies.searches.handler(soon),
  saveSearch: vacancies.saveSearch.handler(soon),
  changeSearch: vacancies.changeSearch.handler(soon),
  removeSearch: vacancies.removeSearch.handler(soon),
  get: vacancies.get.handler(soon),
  edit: vacancies.edit.handler(soon),
  publish: vacancies.publish.handler(soon),
  close: vacancies.close.handler(soon),
  extend: vacancies.extend.handler(soon),
  remove: vacancies.remove.handler(soon),
  trail: vacancies.trail.handler(soon),
  settings: vacancies.settings.handler(soon),
  saveSettings: vacancies.saveSettings.handler(soon),
};
