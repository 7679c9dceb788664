import { authed } from '../../http/orpc.ts';
import { changeState } from './commands/change-state.ts';
import { createTemplate } from './commands/create-template.ts';
import { deleteTemplate, restoreTemplate } from './commands/delete-template.ts';
import { describeTemplate } from './commands/describe-template.ts';
import { nameVersion } from './commands/name-version.ts';
import { restoreVersion } from './commands/restore-version.ts';
import { compareVersions, getVersion, listVersions } from './document-versions.queries.ts';
import { getTemplate, listLibrary, listTemplates, templateContent, templateTrail, writtenNow } from './templates.queries.ts';

const { templates } = authed;

export const templatesRouter = {
  library: templates.library.handler(({ input, context }) => listLibrary(context.actor, input, context.liveDocuments)),
  writing: templates.writing.handler(({ context }) => writtenNow(context.actor, context.liveDocuments)),
  list: templates.list.handler(({ input, context }) => listTemplates(context.actor, input, context.liveDocuments)),
  create: templates.create.handler(({ input, context }) => createTemplate(context.actor, input, context.liveDocuments)),
  get: templates.get.handler(({ input, context }) => getTemplate(context.actor, input.id, context.liveDocuments)),
  content: templates.content.handler(({ input, context }) => templateContent(context.actor, input.id, context.liveDocuments)),
  describe: templates.describe.handler(({ input, context }) => describeTemplate(context.actor, input, context.liveDocuments)),
  delete: templates.delete.handler(({ input, context }) => deleteTemplate(context.actor, input.id, context.liveDocuments)),
  restore: templates.restore.handler(({ input, context }) => restoreTemplate(context.actor, input.id, context.liveDocuments)),
  changeState: templates.changeState.handler(({ input, context }) => changeState(context.actor, input, context.liveDocuments)),
  trail: templates.trail.handler(({ input, context }) => templateTrail(context.actor, input.id)),
  versions: templates.versions.handler(({ input, context }) => listVersions(context.actor, input)),
  nameVersion: templates.nameVersion.handler(({ input, context }) => nameVersion(context.actor, input, context.liveDocuments)),
  version: templates.version.handler(({ input, context }) => getVersion(context.actor, input)),
  comparison: templates.comparison.handler(({ input, context }) => compareVersions(context.actor, input, context.liveDocuments)),
  restoreVersion: templates.restoreVersion.handler(({ input, context }) => restoreVersion(context.actor, input, context.liveDocuments)),
};
