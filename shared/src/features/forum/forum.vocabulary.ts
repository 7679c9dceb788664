export const THREAD_KINDS = ['question', 'feedback', 'watch', 'announcement'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const THREAD_KIND_LABEL: Record<ThreadKind, string> = {
  question: 'Question',
  feedback: 'Retour d’expérience',
  watch: 'Veille réglementaire',
  announcement: 'Annonce',
};

/** Open: no reply yet. Answered: a reply by someone else than the asker. Resolved: an answer was accepted. */
export const THREAD_STATUSES = ['open', 'answered', 'resolved'] as const;
export type ThreadStatus = (typeof THREAD_STATUSES)[number];

export const THREAD_STATUS_LABEL: Record<ThreadStatus, string> = {
  open: 'Sans réponse',
  answered: 'Avec réponse',
  resolved: 'Résolue',
};
