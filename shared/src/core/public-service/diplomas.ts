/** What a diploma, a licence or an accreditation opens; crèches count their staff by the first two. */
export const DIPLOMA_GROUPS = ['creche-diplomes', 'creche-qualifies', 'sante-social', 'animation-sport', 'technique', 'securite'] as const;
export type DiplomaGroup = (typeof DIPLOMA_GROUPS)[number];

export interface Diploma {
  slug: string;
  label: string;
  /** As a row has room for it. */
  short: string;
  group: DiplomaGroup;
}

const diploma = (slug: string, short: string, label: string, group: DiplomaGroup): Diploma => ({ slug, label, short, group });

export const DIPLOMAS: readonly Diploma[] = [
  diploma('de-puericultrice', 'DE puéricultrice', 'Diplôme d’État de puéricultrice', 'creche-diplomes'),
  diploma('deeje', 'DEEJE', 'Diplôme d’État d’éducateur de jeunes enfants', 'creche-diplomes'),
  diploma('deap', 'DEAP', 'Diplôme d’État d’auxiliaire de puériculture', 'creche-diplomes'),
  diploma('de-infirmier', 'DE infirmier', 'Diplôme d’État d’infirmier', 'creche-diplomes'),
  diploma('de-psychomotricien', 'DE psychomotricien', 'Diplôme d’État de psychomotricien', 'creche-diplomes'),
  diploma('cap-aepe', 'CAP AEPE', 'CAP Accompagnant éducatif petite enfance', 'creche-qualifies'),
  diploma('cap-petite-enfance', 'CAP petite enfance', 'CAP Petite enfance (avant 2019)', 'creche-qualifies'),
  diploma('bep-sanitaire-social', 'BEP sanitaire et social', 'BEP Carrières sanitaires et sociales', 'creche-qualifies'),
  diploma('bac-pro-assp', 'Bac pro ASSP', 'Bac professionnel Accompagnement, soins et services à la personne', 'creche-qualifies'),
  diploma('agrement-assistant-maternel', 'Assistant maternel', 'Agrément d’assistant maternel et cinq ans d’exercice', 'creche-qualifies'),
  diploma('deas', 'DEAS', 'Diplôme d’État d’aide-soignant', 'sante-social'),
  diploma('deaes', 'DEAES', 'Diplôme d’État d’accompagnant éducatif et social', 'sante-social'),
  diploma('advf', 'Titre ADVF', 'Titre professionnel Assistant de vie aux familles', 'sante-social'),
  diploma('deass', 'DEASS', 'Diplôme d’État d’assistant de service social', 'sante-social'),
  diploma('decesf', 'DECESF', 'Diplôme d’État de conseiller en économie sociale familiale', 'sante-social'),
  diploma('bafa', 'BAFA', 'Brevet d’aptitude aux fonctions d’animateur', 'animation-sport'),
  diploma('bafd', 'BAFD', 'Brevet d’aptitude aux fonctions de directeur', 'animation-sport'),
  diploma('cqp-animateur-periscolaire', 'CQP périscolaire', 'CQP Animateur périscolaire', 'animation-sport'),
  diploma('cpjeps', 'CPJEPS', 'Certificat professionnel de la jeunesse, de l’éducation populaire et du sport', 'animation-sport'),
  diploma('bpjeps-loisirs', 'BPJEPS loisirs', 'BPJEPS Loisirs tous publics', 'animation-sport'),
  diploma(
    'bpjeps-aan',
    'BPJEPS AAN',
    'BPJEPS Activités aquatiques et de la natation, ou titre de maître-nageur sauveteur',
    'animation-sport',
  ),
  diploma('bpjeps-apt', 'BPJEPS APT', 'BPJEPS Activités physiques pour tous', 'animation-sport'),
  diploma('bnssa', 'BNSSA', 'Brevet national de sécurité et de sauvetage aquatique', 'animation-sport'),
  diploma('permis-b', 'Permis B', 'Permis de conduire B', 'technique'),
  diploma('permis-c', 'Permis C', 'Permis de conduire C (poids lourds)', 'technique'),
  diploma('permis-d', 'Permis D', 'Permis de conduire D (transport en commun)', 'technique'),
  diploma('caces', 'CACES', 'CACES (engins de chantier, nacelles ou chariots)', 'technique'),
  diploma('habilitation-electrique', 'Habilitation électrique', 'Habilitation électrique', 'technique'),
  diploma('certiphyto', 'Certiphyto', 'Certificat individuel produits phytopharmaceutiques', 'technique'),
  diploma('haccp', 'Hygiène alimentaire', 'Formation à l’hygiène alimentaire (HACCP)', 'technique'),
  diploma('psc1', 'PSC1', 'Prévention et secours civiques (PSC1)', 'securite'),
  diploma('ssiap-1', 'SSIAP 1', 'Agent de sécurité incendie et d’assistance à personnes (SSIAP 1)', 'securite'),
  diploma(
    'fia-police-municipale',
    'FIA police municipale',
    'Formation initiale d’application et agrément de police municipale',
    'securite',
  ),
];

const bySlug = new Map(DIPLOMAS.map((one) => [one.slug, one]));

/** A diploma by its slug; undefined where there is none of that name. */
export const diplomaOf = (slug: string): Diploma | undefined => bySlug.get(slug);

/** Slugs of the diplomas that open the same. */
export const diplomasOfGroup = (group: DiplomaGroup): string[] => DIPLOMAS.filter((one) => one.group === group).map(({ slug }) => slug);
