import type { ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';

/** What the screens say of a thread of one kind. */
interface KindWords {
  /** The form. */
  titleLabel: string;
  titleExample: string;
  bodyLabel: string;
  bodyName: string;
  bodyHint: string;
  send: string;
  /** The thread. */
  own: string;
  copyLink: string;
  edited: string;
  removed: string;
  removedHere: string;
  restore: string;
  /** Its replies. */
  silence: { title: string; text: string };
  /** A club's list of that kind, while it is empty. */
  none: { title: string; text: string; first: string };
}

export const KIND_WORDS: Record<ThreadKind, KindWords> = {
  question: {
    titleLabel: 'Votre question en une phrase',
    titleExample: 'Révision de prix\u00a0: quel indice pour la restauration scolaire\u00a0?',
    bodyLabel: 'Les détails',
    bodyName: 'Les détails de votre question',
    bodyHint: 'Le contexte, ce que vous avez déjà trouvé, ce qui vous bloque. Collez une image, mentionnez un collègue avec @',
    send: 'Poser la question',
    own: 'Votre question',
    copyLink: 'Copier le lien de la question',
    edited: 'modifiée',
    removed: 'Question supprimée.',
    removedHere: 'Cette question est supprimée\u00a0: elle n’est plus visible que de ceux qui peuvent la rétablir.',
    restore: 'Rétablir la question',
    silence: {
      title: 'La première réponse aide le plus',
      text: 'Un texte de référence, le modèle que vous utilisez, ou le nom d’un collègue qui a déjà traité le cas\u00a0: deux lignes suffisent.',
    },
    none: {
      title: 'Aucune question pour l’instant',
      text: 'Ce qui vous a pris une heure a sans doute été résolu dans une autre commune\u00a0: demandez-le ici.',
      first: 'Poser la première question',
    },
  },
  feedback: {
    titleLabel: 'Votre retour en une phrase',
    titleExample: 'Un an de marché de denrées en allotissement court\u00a0: ce que nous referions',
    bodyLabel: 'Le récit',
    bodyName: 'Le récit de votre expérience',
    bodyHint: 'La situation de départ, ce que vous avez fait, combien cela a coûté, ce que vous feriez autrement.',
    send: 'Partager ce retour',
    own: 'Votre retour d’expérience',
    copyLink: 'Copier le lien du retour d’expérience',
    edited: 'modifié',
    removed: 'Retour d’expérience supprimé.',
    removedHere: 'Ce retour d’expérience est supprimé\u00a0: il n’est plus visible que de ceux qui peuvent le rétablir.',
    restore: 'Rétablir le retour d’expérience',
    silence: {
      title: 'Une question sur ce retour, ou le vôtre à ajouter\u00a0?',
      text: 'Le prix payé, le temps passé, la pièce qui manquait\u00a0: ce qui a différé chez vous intéresse les suivants.',
    },
    none: {
      title: 'Aucun retour d’expérience pour l’instant',
      text: 'Un chantier fini, un outil essayé, une procédure changée\u00a0: racontez-le une fois, 35 communes en profitent.',
      first: 'Partager un premier retour',
    },
  },
  watch: {
    titleLabel: 'La nouveauté en une phrase',
    titleExample: 'Secrétaire général de mairie\u00a0: la catégorie C prend fin au 31 décembre 2027',
    bodyLabel: 'Ce que nous en retenons',
    bodyName: 'Ce que nous en retenons',
    bodyHint: 'Ce qu’il faut préparer, qui s’en occupe, les points encore obscurs.',
    send: 'Publier la veille',
    own: 'Votre veille',
    copyLink: 'Copier le lien de la veille',
    edited: 'modifiée',
    removed: 'Veille supprimée.',
    removedHere: 'Cette veille est supprimée\u00a0: elle n’est plus visible que de ceux qui peuvent la rétablir.',
    restore: 'Rétablir la veille',
    silence: {
      title: 'Vous l’appliquez déjà, ou vous en doutez\u00a0?',
      text: 'Dites comment vous vous y prenez, ou ce que ce texte ne règle pas.',
    },
    none: {
      title: 'Aucune veille pour l’instant',
      text: 'Un texte nouveau, sa source officielle, sa date d’effet et ce qu’il change\u00a0: lu par un, utile à tous.',
      first: 'Publier une première veille',
    },
  },
  announcement: {
    titleLabel: 'L’annonce en une phrase',
    titleExample: 'Prochaine rencontre du club le jeudi 14 janvier à Onnaing',
    bodyLabel: 'Le texte',
    bodyName: 'Le texte de l’annonce',
    bodyHint: 'Ce qui se passe, pour qui, jusqu’à quand, à qui répondre.',
    send: 'Publier l’annonce',
    own: 'Votre annonce',
    copyLink: 'Copier le lien de l’annonce',
    edited: 'modifiée',
    removed: 'Annonce supprimée.',
    removedHere: 'Cette annonce est supprimée\u00a0: elle n’est plus visible que de ceux qui peuvent la rétablir.',
    restore: 'Rétablir l’annonce',
    silence: {
      title: 'Une question sur cette annonce ?',
      text: 'Posez-la ici\u00a0: la réponse servira aux autres communes.',
    },
    none: {
      title: 'Aucune annonce pour l’instant',
      text: 'Les pilotes du club annoncent ici les rencontres, les chantiers nouveaux et ce qui attend une réponse des communes.',
      first: 'Publier une première annonce',
    },
  },
};
