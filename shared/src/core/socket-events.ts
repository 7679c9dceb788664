import type { AttentionEvents } from '../features/attention/attention.events.ts';
import type { CommentsEvents } from '../features/comments/comments.events.ts';
import type { ForumEvents } from '../features/forum/forum.events.ts';
import type { NotificationsEvents } from '../features/notifications/notifications.events.ts';
import type { ReplacementsEvents } from '../features/replacements/replacements.events.ts';
import type { SubstitutesEvents } from '../features/substitutes/substitutes.events.ts';
import type { TemplatesEvents } from '../features/templates/templates.events.ts';
import type { VacanciesEvents } from '../features/vacancies/vacancies.events.ts';
import type { Problem } from './errors.ts';

/** Why a connection is refused to somebody who has as many pages open as she may. */
export const TOO_MANY_PAGES = 'too-many-pages';

export type Acknowledgement = { ok: true } | { ok: false; problem: Problem };

/** Every event the server emits, a feature a line: a misspelt name or payload does not compile. */
export interface ServerEvents
  extends ForumEvents,
    AttentionEvents,
    NotificationsEvents,
    TemplatesEvents,
    CommentsEvents,
    ReplacementsEvents,
    VacanciesEvents,
    SubstitutesEvents {
  /** The person's rights changed: what she sees must be read again. */
  'rights.changed': () => void;
}

export interface ClientEvents {
  watch: (payload: { room: string }, acknowledge?: (answer: Acknowledgement) => void) => void;
  unwatch: (payload: { room: string }, acknowledge?: (answer: Acknowledgement) => void) => void;
  typing: (payload: { threadId: string; typing: boolean }) => void;
}
