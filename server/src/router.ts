import { accountsRouter } from './features/accounts/accounts.router.ts';
import { administrationRouter } from './features/administration/administration.router.ts';
import { agentsRouter } from './features/agents/agents.router.ts';
import { applicationsRouter } from './features/applications/applications.router.ts';
import { attentionRouter } from './features/attention/attention.router.ts';
import { bookmarksRouter } from './features/bookmarks/bookmarks.router.ts';
import { clausesRouter } from './features/clauses/clauses.router.ts';
import { clubsRouter } from './features/clubs/clubs.router.ts';
import { commentsRouter } from './features/comments/comments.router.ts';
import { directoryRouter } from './features/directory/directory.router.ts';
import { documentExportsRouter } from './features/document-exports/document-exports.router.ts';
import { exchangesRouter } from './features/exchanges/exchanges.router.ts';
import { fichesRouter } from './features/fiches/fiches.router.ts';
import { forumRouter } from './features/forum/forum.router.ts';
import { forumModerationRouter } from './features/forum/forum-moderation.router.ts';
import { imagesRouter } from './features/images/images.router.ts';
import { invitationsRouter } from './features/invitations/invitations.router.ts';
import { moderationRouter } from './features/moderation/moderation.router.ts';
import { notificationsRouter } from './features/notifications/notifications.router.ts';
import { replacementsRouter } from './features/replacements/replacements.router.ts';
import { searchRouter } from './features/search/search.router.ts';
import { statementsRouter } from './features/statements/statements.router.ts';
import { substitutesRouter } from './features/substitutes/substitutes.router.ts';
import { suggestionsRouter } from './features/suggestions/suggestions.router.ts';
import { templatesRouter } from './features/templates/templates.router.ts';
import { territoryRouter } from './features/territory/territory.router.ts';
import { todayRouter } from './features/today/today.router.ts';
import { vacanciesRouter } from './features/vacancies/vacancies.router.ts';

/** The contract implemented, a feature a line. */
export const router = {
  accounts: accountsRouter,
  administration: administrationRouter,
  applications: applicationsRouter,
  attention: attentionRouter,
  agents: agentsRouter,
  bookmarks: bookmarksRouter,
  clauses: clausesRouter,
  clubs: clubsRouter,
  comments: commentsRouter,
  directory: directoryRouter,
  documentExports: documentExportsRouter,
  exchanges: exchangesRouter,
  fiches: fichesRouter,
  forum: { ...forumRouter, ...forumModerationRouter },
  images: imagesRouter,
  notifications: notificationsRouter,
  invitations: invitationsRouter,
  moderation: moderationRouter,
  replacements: replacementsRouter,
  search: searchRouter,
  substitutes: substitutesRouter,
  statements: statementsRouter,
  suggestions: suggestionsRouter,
  templates: templatesRouter,
  territory: territoryRouter,
  today: todayRouter,
  vacancies: vacanciesRouter,
};
