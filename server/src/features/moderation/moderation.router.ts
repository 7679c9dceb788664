import { authed } from '../../http/orpc.ts';
import { decideReport } from './commands/decide-report.ts';
import { reportFiche, reportReply, reportThread } from './commands/report-post.ts';
import { listReports, listTrail } from './moderation.queries.ts';

const { moderation } = authed;

export const moderationRouter = {
  reportThread: moderation.reportThread.handler(({ input, context }) => reportThread(context.actor, input)),
  reportReply: moderation.reportReply.handler(({ input, context }) => reportReply(context.actor, input)),
  reportFiche: moderation.reportFiche.handler(({ input, context }) => reportFiche(context.actor, input)),
  reports: moderation.reports.handler(({ input, context }) => listReports(context.actor, input)),
  decideReport: moderation.decideReport.handler(({ input, context }) => decideReport(context.actor, input)),
  trail: moderation.trail.handler(({ input, context }) => listTrail(context.actor, input)),
};
