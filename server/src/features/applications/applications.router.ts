import { authed } from '../../http/orpc.ts';
import { applicationFile, interviewCalendar } from './application-files.queries.ts';
import { applicationsOf, applicationTrail, getApplication, myApplications } from './applications.queries.ts';
import { applyForVacancy } from './commands/apply-for-vacancy.ts';
import { decideApplication } from './commands/decide-application.ts';
import { planInterview } from './commands/plan-interview.ts';
import { withdrawApplication } from './commands/withdraw-application.ts';
import { recruitingToday } from './recruiting-today.queries.ts';

const { applications } = authed;

export const applicationsRouter = {
  apply: applications.apply.handler(({ input, context }) => applyForVacancy(context.actor, input, context.files)),
  ofVacancy: applications.ofVacancy.handler(({ input, context }) => applicationsOf(context.actor, input)),
  mine: applications.mine.handler(({ input, context }) => myApplications(context.actor, input)),
  today: applications.today.handler(({ context }) => recruitingToday(context.actor)),
  get: applications.get.handler(({ input, context }) => getApplication(context.actor, input.id)),
  plan: applications.plan.handler(({ input, context }) => planInterview(context.actor, input, context.files)),
  decide: applications.decide.handler(({ input, context }) => decideApplication(context.actor, input, context.files)),
  withdraw: applications.withdraw.handler(({ input, context }) => withdrawApplication(context.actor, input.id, context.files)),
  download: applications.download.handler(({ input, context }) => applicationFile(context.actor, input, context.files)),
  calendar: applications.calendar.handler(({ input, context }) => interviewCalendar(context.actor, input.id, context.publicUrl)),
  trail: applications.trail.handler(({ input, context }) => applicationTrail(context.actor, input.id)),
};
