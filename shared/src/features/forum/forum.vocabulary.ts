export const THREAD_KINDS = ['question', 'feedback', 'watch', 'announcement'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const THREAD_KIND_LABEL: Record<ThreadKind, string> = {
  question: 'Question',
  feedback: 'Retour d’expérience',
  watch: 'Veille réglementaire',
  announcement: 'Annonce',
};

/** Several of a kind, as the filter of a list says it. */
export const THREAD_KINDS_LABEL: Record<ThreadKind, string> = {
  question: 'Questions',
  feedback: 'Retours d’expérience',
  watch: 'Veille',
  announcement: 'Annonces',
};

/** Whom an announcement is for: its club, or every agent of the territory. */
export const ANNOUNCEMENT_AUDIENCES = ['club', 'territory'] as const;
export type AnnouncementAudience = (typeof ANNOUNCEMENT_AUDIENCES)[number];

/** Open: no reply yet. Answered: a reply by someone else than the asker. Resolved: an answer was accepted. */
export const THREAD_STATUSES = ['open', 'answered', 'resolved'] as const;
export type ThreadStatus = (typeof THREAD_STATUSES)[number];

export const THREAD_STATUS_LABEL: Record<ThreadStatus, string> = {
  open: 'Sans réponse',
  answered: 'Avec réponse',
  resolved: 'Résolue',
};
