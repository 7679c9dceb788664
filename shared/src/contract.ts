import { accountsContract } from './features/accounts/accounts.contract.ts';
import { administrationContract } from './features/administration/administration.contract.ts';
import { agentsContract } from './features/agents/agents.contract.ts';
import { applicationsContract } from './features/applications/applications.contract.ts';
import { attentionContract } from './features/attention/attention.contract.ts';
import { bookmarksContract } from './features/bookmarks/bookmarks.contract.ts';
import { clausesContract } from './features/clauses/clauses.contract.ts';
import { clubsContract } from './features/clubs/clubs.contract.ts';
import { commentsContract } from './features/comments/comments.contract.ts';
import { directoryContract } from './features/directory/directory.contract.ts';
import { documentExportsContract } from './features/document-exports/document-exports.contract.ts';
import { exchangesContract } from './features/exchanges/exchanges.contract.ts';
import { fichesContract } from './features/fiches/fiches.contract.ts';
import { forumContract } from './features/forum/forum.contract.ts';
import { forumModerationContract } from './features/forum/forum-moderation.contract.ts';
import { imagesContract } from './features/images/images.contract.ts';
import { invitationsContract } from './features/invitations/invitations.contract.ts';
import { moderationContract } from './features/moderation/moderation.contract.ts';
import { notificationsContract } from './features/notifications/notifications.contract.ts';
import { replacementsContract } from './features/replacements/replacements.contract.ts';
import { searchContract } from './features/search/search.contract.ts';
import { statementsContract } from './features/statements/statements.contract.ts';
import { substitutesContract } from './features/substitutes/substitutes.contract.ts';
import { suggestionsContract } from './features/suggestions/suggestions.contract.ts';
import { documentVersionsContract } from './features/templates/document-versions.contract.ts';
import { templatesContract } from './features/templates/templates.contract.ts';
import { territoryContract } from './features/territory/territory.contract.ts';
import { todayContract } from './features/today/today.contract.ts';
import { vacanciesContract } from './features/vacancies/vacancies.contract.ts';

/** The whole API: implemented by the server, called by the client, published as OpenAPI. */
export const contract = {
  accounts: accountsContract,
  administration: administrationContract,
  applications: applicationsContract,
  attention: attentionContract,
  agents: agentsContract,
  bookmarks: bookmarksContract,
  clauses: clausesContract,
  clubs: clubsContract,
  comments: commentsContract,
  directory: directoryContract,
  documentExports: documentExportsContract,
  exchanges: exchangesContract,
  fiches: fichesContract,
  forum: { ...forumContract, ...forumModerationContract },
  images: imagesContract,
  notifications: notificationsContract,
  invitations: invitationsContract,
  moderation: moderationContract,
  replacements: replacementsContract,
  search: searchContract,
  substitutes: substitutesContract,
  statements: statementsContract,
  suggestions: suggestionsContract,
  templates: { ...templatesContract, ...documentVersionsContract },
  territory: territoryContract,
  today: todayContract,
  vacancies: vacanciesContract,
};
