import { authed } from '../../http/orpc.ts';
import { attachFile } from './commands/attach-file.ts';
import { closeVacancy } from './commands/close-vacancy.ts';
import { createVacancy } from './commands/create-vacancy.ts';
import { detachFile } from './commands/detach-file.ts';
import { editVacancy } from './commands/edit-vacancy.ts';
import { extendVacancy } from './commands/extend-vacancy.ts';
import { publishVacancy } from './commands/publish-vacancy.ts';
import { removeVacancy } from './commands/remove-vacancy.ts';
import { changeSearch, removeSearch, saveSearch } from './commands/save-search.ts';
import { saveVacancySettings } from './commands/save-vacancy-settings.ts';
import { savedSearches } from './saved-searches.queries.ts';
import { getVacancy, listVacancies, vacancyTrail } from './vacancies.queries.ts';
import { vacancyAttachment } from './vacancy-files.queries.ts';
import { vacancySettings } from './vacancy-settings.queries.ts';

const { vacancies } = authed;

export const vacanciesRouter = {
  list: vacancies.list.handler(({ input, context }) => listVacancies(context.actor, input)),
  create: vacancies.create.handler(({ input, context }) => createVacancy(context.actor, input)),
  searches: vacancies.searches.handler(({ context }) => savedSearches(context.actor)),
  saveSearch: vacancies.saveSearch.handler(({ input, context }) => saveSearch(context.actor, input)),
  changeSearch: vacancies.changeSearch.handler(({ input, context }) => changeSearch(context.actor, input)),
  removeSearch: vacancies.removeSearch.handler(({ input, context }) => removeSearch(context.actor, input.id)),
  get: vacancies.get.handler(({ input, context }) => getVacancy(context.actor, input.id)),
  edit: vacancies.edit.handler(({ input, context }) => editVacancy(context.actor, input)),
  attach: vacancies.attach.handler(({ input, context }) => attachFile(context.actor, input, context.files)),
  detach: vacancies.detach.handler(({ input, context }) => detachFile(context.actor, input, context.files)),
  attachment: vacancies.attachment.handler(({ input, context }) => vacancyAttachment(context.actor, input.id, context.files)),
  publish: vacancies.publish.handler(({ input, context }) => publishVacancy(context.actor, input)),
  close: vacancies.close.handler(({ input, context }) => closeVacancy(context.actor, input)),
  extend: vacancies.extend.handler(({ input, context }) => extendVacancy(context.actor, input)),
  remove: vacancies.remove.handler(({ input, context }) => removeVacancy(context.actor, input.id, context.files)),
  trail: vacancies.trail.handler(({ input, context }) => vacancyTrail(context.actor, input.id)),
  settings: vacancies.settings.handler(({ input, context }) => vacancySettings(context.actor, input.slug)),
  saveSettings: vacancies.saveSettings.handler(({ input, context }) => saveVacancySettings(context.actor, input)),
};
