import { type DemoModel, demoModel } from '../../demo-model.ts';
import { acteEngagementText } from './acte-engagement.ts';
import { ccapComments, ccapSuggestions } from './ccap-debate.ts';
import { ccapText } from './ccap-fournitures-services.ts';
import { cctpText } from './cctp-entretien-locaux.ts';
import { conventionComments, conventionSuggestions } from './convention-debate.ts';
import { conventionText } from './convention-mise-a-disposition.ts';
import { noteText } from './note-remplacant.ts';
import { rcText } from './rc-procedure-adaptee.ts';

const ccap = demoModel({
  key: 'ccap-fournitures-services',
  clubSlug: 'marches-publics',
  kind: 'ccap',
  title: 'CCAP – Fournitures courantes et services',
  summary: 'Clauses administratives d’un accord-cadre à bons de commande, avec révision des prix, pénalités, insertion et environnement.',
  tags: ['Prix et révision', 'Accord-cadre', 'Clauses sociales', 'Restauration scolaire'],
  state: 'review',
  markup: ccapText,
  suggestions: ccapSuggestions,
  comments: ccapComments,
});

const rc = demoModel({
  key: 'rc-procedure-adaptee',
  clubSlug: 'marches-publics',
  kind: 'rc',
  title: 'RC – Règlement de la consultation, procédure adaptée',
  summary: 'Règles d’une consultation en procédure adaptée : pièces demandées, critères notés, négociation et recours.',
  tags: ['MAPA', 'Critères', 'Clause environnementale'],
  state: 'validated',
  markup: rcText,
});

const cctp = demoModel({
  key: 'cctp-entretien-locaux',
  clubSlug: 'marches-publics',
  kind: 'cctp',
  title: 'CCTP – Entretien des locaux municipaux et scolaires',
  summary: 'Cahier technique du nettoyage des écoles, de la mairie et des salles : zones, fréquences, produits et contrôle de la qualité.',
  tags: ['Entretien', 'Écoles', 'Qualité'],
  state: 'draft',
  markup: cctpText,
  suggestions: [
    {
      quote: 'en semaine, de huit heures le samedi',
      replacement: 'en semaine, de douze heures le samedi',
      byKey: 'directeur-general-des-services@hergnies',
    },
  ],
  comments: [
    {
      quote: 'de préférence en journée, en continu',
      text: "Nos deux derniers titulaires l'ont fait sans surcoût à la mairie. À l'école, c'est plus difficile : je garderais « de préférence ».",
      byKey: 'responsable-des-marches-publics@anzin',
    },
    {
      quote: 'sans parfum dans les écoles maternelles',
      text: 'Demande revenue de trois conseils d’école cette année. À étendre à la crèche quand la commune en a une ?',
      byKey: 'acheteuse@marly',
      replies: [{ text: 'Oui, et au relais petite enfance. Je complète le tableau.', byKey: 'acheteuse@metropole' }],
    },
  ],
});

const acteEngagement = demoModel({
  key: 'acte-engagement',
  clubSlug: 'marches-publics',
  kind: 'ae',
  title: 'AE – Acte d’engagement',
  summary: 'Acte par lequel le candidat s’engage et l’acheteur accepte l’offre, avec prix, paiement, avance et sous-traitance.',
  tags: ['Accord-cadre', 'Avance', 'Sous-traitance'],
  state: 'validated',
  markup: acteEngagementText,
});

const convention = demoModel({
  key: 'convention-mise-a-disposition',
  clubSlug: 'ressources-humaines',
  kind: 'agreement',
  title: 'Convention de mise à disposition de personnel entre communes',
  summary: 'Partage d’un agent entre deux communes : activités, jours fixes, autorité, remboursement et fin anticipée.',
  tags: ['Temps partagé', 'Mise à disposition', 'Secrétariat de mairie'],
  state: 'review',
  markup: conventionText,
  suggestions: conventionSuggestions,
  comments: conventionComments,
});

const note = demoModel({
  key: 'note-remplacant',
  clubSlug: 'ressources-humaines',
  kind: 'note',
  title: 'Note de procédure – Recruter un agent contractuel remplaçant',
  summary: 'Marche à suivre pour remplacer un agent absent, avec la délibération de principe et la trame du contrat.',
  tags: ['Remplacements', 'Contractuels', 'ATSEM et école'],
  state: 'draft',
  markup: noteText,
  comments: [
    {
      quote: 'une demi-journée en doublon évite bien des départs',
      text: 'À l’école, nous la payons avant même la date du contrat initial : il faut donc faire commencer le contrat un jour plus tôt.',
      byKey: 'directrice-des-ressources-humaines@hergnies',
    },
    {
      quote: "Huit jours avant le terme si l'engagement dure moins de six mois",
      text: 'Notre logiciel de paie sait l’afficher en alerte. Qui veut le réglage ?',
      byKey: 'responsable-des-ressources-humaines@anzin',
    },
  ],
});

/** The model documents that the clubs of the demonstration write together. */
export const demoModels: DemoModel[] = [ccap, rc, cctp, acteEngagement, convention, note];
