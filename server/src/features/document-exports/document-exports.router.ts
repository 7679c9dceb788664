import { authed } from '../../http/orpc.ts';
import { exportTemplate } from './document-exports.queries.ts';

const { documentExports } = authed;

export const documentExportsRouter = {
  download: documentExports.download.handler(({ input, context }) => exportTemplate(context.actor, input, context)),
  importWord: documentExports.importWord.handler(({ input, context }) => context.importDocument(context.actor, input)),
};
