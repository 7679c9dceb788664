import type { LiveDocuments } from './collab/collab-feature.ts';
import type { Env } from './env.ts';
import { subscribeAccounts } from './features/accounts/accounts.subscriptions.ts';
import { authSecret } from './features/accounts/auth.ts';
import { subscribeAgents } from './features/agents/agents.subscriptions.ts';
import { startErasingApplications } from './features/applications/commands/erase-applications.ts';
import { startSweepingApplications } from './features/applications/settle-application.ts';
import { subscribeAttention } from './features/attention/attention.subscriptions.ts';
import { subscribeClauses } from './features/clauses/follow-text.ts';
import { subscribeClubs } from './features/clubs/clubs.subscriptions.ts';
import { startSettlingClubs } from './features/clubs/settle-club.ts';
import { startSettlingRequests } from './features/clubs/settle-requests.ts';
import { startSweepingComments, sweepComments } from './features/comments/tell-comment.ts';
import { subscribeFiches } from './features/fiches/fiches.subscriptions.ts';
import { startSweepingFiches, sweepFiches } from './features/fiches/settle-fiche.ts';
import { subscribeForum } from './features/forum/forum.subscriptions.ts';
import { startReminding } from './features/forum/remind-to-accept.ts';
import { startSweeping, sweepUnsettled } from './features/forum/settle.ts';
import { splitReceipts } from './features/forum/split-receipts.ts';
import { startReviewingImages } from './features/images/commands/review-images.ts';
import { subscribeImages } from './features/images/images.subscriptions.ts';
import { startInviting } from './features/invitations/send-invitations.ts';
import { subscribeModeration } from './features/moderation/moderation.subscriptions.ts';
import { startSweepingReports, sweepReports } from './features/moderation/settle-report.ts';
import { startFanOut } from './features/notifications/fan-out.ts';
import { subscribeNotifications } from './features/notifications/notifications.subscriptions.ts';
import { startMailing } from './features/notifications/send-mails.ts';
import { startPushing } from './features/notifications/send-pushes.ts';
import { subscribeReplacements } from './features/replacements/follow-pool.ts';
import { startTellingPlaces } from './features/replacements/send-place-mails.ts';
import { startSendingWaves } from './features/replacements/send-waves.ts';
import { startSweepingReplacements, sweepReplacements } from './features/replacements/settle-replacement.ts';
import { startSweepingBookings, sweepBookings } from './features/replacements/sweep-bookings.ts';
import { termNeeds } from './features/replacements/term-needs.ts';
import { startWarning } from './features/replacements/warn-of-risk.ts';
import { startRenewingEntries } from './features/search/renew-entries.ts';
import { subscribeSearch } from './features/search/search.subscriptions.ts';
import { followEveryone } from './features/substitutes/follow-people.ts';
import { startSweepingSubstitutes, sweepSubstitutes } from './features/substitutes/settle-substitute.ts';
import { subscribeSubstitutes } from './features/substitutes/substitutes.subscriptions.ts';
import { startSweepingDecisions, sweepDecisions } from './features/suggestions/settle-decision.ts';
import { subscribeSuggestions } from './features/suggestions/suggestions.subscriptions.ts';
import { startKeepingVersions, subscribeTemplates } from './features/templates/follow-writing.ts';
import { startSweepingTemplates, sweepTemplates } from './features/templates/settle-template.ts';
import { startRenewingTerms } from './features/vacancies/renew-terms.ts';
import { startReviewingVacancyFiles } from './features/vacancies/review-vacancy-files.ts';
import { startSweepingVacancies, sweepVacancies } from './features/vacancies/settle-vacancy.ts';
import { startTellingAlerts } from './features/vacancies/tell-alerts.ts';
import { lookAtDeadlines, startLookingAtDeadlines } from './features/vacancies/vacancy-clock.ts';
import type { FileStore } from './platform/files.ts';
import type { Mailer } from './platform/mail.ts';

/** What each feature does when something happens in another. */
export const subscribeFeatures = (liveDocuments: LiveDocuments): void => {
  subscribeAccounts();
  subscribeAgents();
  subscribeClauses(liveDocuments);
  subscribeClubs();
  subscribeAttention();
  subscribeForum();
  subscribeFiches();
  subscribeModeration();
  subscribeTemplates();
  subscribeSearch(liveDocuments);
  subscribeImages();
  subscribeNotifications();
  subscribeSuggestions();
  subscribeSubstitutes();
  subscribeReplacements();
};

/** Carries out what a crash interrupted, before anyone is let in. */
export const carryOut = async (liveDocuments: LiveDocuments): Promise<void> => {
  await splitReceipts();
  await sweepUnsettled({ all: true });
  await sweepReports({ all: true });
  await sweepFiches({ all: true });
  await sweepTemplates(liveDocuments, { all: true });
  await sweepDecisions(liveDocuments, { all: true });
  await sweepComments({ all: true });
  await followEveryone();
  await sweepSubstitutes({ all: true });
  await sweepBookings({ all: true });
  await sweepReplacements({ all: true });
  await termNeeds();
  await sweepVacancies({ all: true });
  await lookAtDeadlines();
};

interface Means {
  env: Env;
  files: FileStore;
  mailer: Mailer;
  liveDocuments: LiveDocuments;
}

/** Starts what features do by themselves, from time to time. @returns how to stop, once what is under way is done */
export const startBackgroundWork = ({ env, files, mailer, liveDocuments }: Means): (() => Promise<void>) => {
  const post = { mailer, secret: authSecret(env), publicUrl: env.PUBLIC_URL };
  const stops: (() => void | Promise<void>)[] = [
    startSweeping(),
    startSweepingReports(),
    startSweepingFiches(),
    startSweepingTemplates(liveDocuments),
    startKeepingVersions(liveDocuments),
    startSweepingDecisions(liveDocuments),
    startSweepingComments(),
    startSweepingSubstitutes(),
    startSweepingBookings(),
    startSweepingReplacements(),
    startSendingWaves(),
    startWarning(),
    startReminding(),
    startSweepingVacancies(),
    startLookingAtDeadlines(),
    startTellingAlerts(),
    startRenewingTerms(),
    startRenewingEntries(liveDocuments),
    startSettlingRequests(),
    startSettlingClubs(),
    startReviewingImages(files),
    startReviewingVacancyFiles(files),
    startSweepingApplications(files),
    startErasingApplications(files),
    startFanOut(),
    startInviting(post),
    startMailing(post),
    startTellingPlaces(post),
    startPushing(env.PUBLIC_URL),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
};
