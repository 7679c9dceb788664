export const APPLICATION_STATES = ['received', 'interview', 'chosen', 'declined', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** As the commune's HR and the applicant read it alike: nobody is told one thing and filed under another. */
export const APPLICATION_STATE_LABEL: Record<ApplicationState, string> = {
  received: 'Reçue',
  interview: 'Entretien',
  chosen: 'Retenue',
  declined: 'Non retenue',
  withdrawn: 'Retirée',
};

/** Where each state may lead by the commune's hand. What was declined can be taken up again: the person chosen may not come. */
export const STATE_CHANGES: Record<ApplicationState, readonly ApplicationState[]> = {
  received: ['interview', 'chosen', 'declined'],
  interview: ['interview', 'chosen', 'declined'],
  chosen: ['declined'],
  declined: ['interview', 'chosen'],
  withdrawn: [],
};

export const DECISIONS = ['chosen', 'declined'] as const;
export type Decision = (typeof DECISIONS)[number];

export const APPLICATION_FILES = ['cv', 'letter'] as const;
export type ApplicationFile = (typeof APPLICATION_FILES)[number];

export const APPLICATION_FILE_LABEL: Record<ApplicationFile, string> = { cv: 'CV', letter: 'Lettre de motivation' };

/** What is noted of an application, never with what was written in it. */
export const APPLICATION_ACTS = [
  'sent',
  'interview-set',
  'interview-changed',
  'chosen',
  'declined',
  'withdrawn',
  'read',
  'erased',
] as const;
export type ApplicationAct = (typeof APPLICATION_ACTS)[number];

export const APPLICATION_ACT_LABEL: Record<ApplicationAct, string> = {
  sent: 'Candidature reçue',
  'interview-set': 'Entretien proposé',
  'interview-changed': 'Entretien modifié',
  chosen: 'Candidature retenue',
  declined: 'Candidature non retenue',
  withdrawn: 'Candidature retirée, pièces effacées',
  read: 'Pièce ouverte',
  erased: 'Pièces effacées au terme de leur conservation',
};

interface Addressed {
  title: string;
  commune: string;
}

/** The words proposed for a decision, which HR edits before they are sent. */
export const PROPOSED_MESSAGE: Record<Decision, (vacancy: Addressed) => string> = {
  chosen: ({ title, commune }) =>
    `Bonjour,\n\nNous avons le plaisir de vous annoncer que votre candidature au poste «\u00a0${title}\u00a0» est retenue. Le service des ressources humaines vous appelle pour convenir de la suite\u00a0: date d’arrivée, formalités et visite du service.\n\nBienvenue, et à très bientôt.\n\nLe service des ressources humaines – ${commune}`,
  declined: ({ title, commune }) =>
    `Bonjour,\n\nVous avez présenté votre candidature au poste «\u00a0${title}\u00a0» et nous vous en remercions. Nous l’avons lue avec attention. Après examen de l’ensemble des candidatures, nous ne sommes pas en mesure d’y donner une suite favorable.\n\nCette décision ne préjuge en rien de vos compétences\u00a0: n’hésitez pas à répondre à une prochaine offre de la commune. Nous vous souhaitons une pleine réussite dans vos démarches.\n\nLe service des ressources humaines – ${commune}`,
};
