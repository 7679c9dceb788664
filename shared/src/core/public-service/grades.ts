/** Filières of the fonction publique territoriale, in the order registers list them. */
export const FILIERES = [
  'administrative',
  'technique',
  'culturelle',
  'sportive',
  'animation',
  'sociale',
  'medico-sociale',
  'police-municipale',
] as const;
export type Filiere = (typeof FILIERES)[number];
export const FILIERE_LABEL: Record<Filiere, string> = {
  administrative: 'Administrative',
  technique: 'Technique',
  culturelle: 'Culturelle',
  sportive: 'Sportive',
  animation: 'Animation',
  sociale: 'Sociale',
  'medico-sociale': 'Médico-sociale',
  'police-municipale': 'Police municipale',
};

export const CATEGORIES = ['A', 'B', 'C'] as const;
export type Categorie = (typeof CATEGORIES)[number];
/** As an advertisement says it. */
export const CATEGORIE_LABEL: Record<Categorie, string> = {
  A: 'Catégorie A',
  B: 'Catégorie B',
  C: 'Catégorie C',
};

/** A cadre d’emplois: its statut particulier sets its filière, its catégorie and its grades, the lowest first. */
export interface Cadre {
  slug: string;
  label: string;
  filiere: Filiere;
  categorie: Categorie;
  grades: readonly string[];
}

/** « Rédacteur » and its two « principal » grades, as most cadres of catégorie B and C are built. */
const principals = (name: string): string[] => [name, `${name} principal de 2e classe`, `${name} principal de 1re classe`];

const cadre = (slug: string, label: string, filiere: Filiere, categorie: Categorie, grades: readonly string[]): Cadre => ({
  slug,
  label,
  filiere,
  categorie,
  grades,
});

/** Cadres d’emplois a commune or its EPCI recruits in. */
export const CADRES: readonly Cadre[] = [
  cadre('administrateurs', 'Administrateurs territoriaux', 'administrative', 'A', [
    'Administrateur',
    'Administrateur hors classe',
    'Administrateur général',
  ]),
  cadre('attaches', 'Attachés territoriaux', 'administrative', 'A', ['Attaché', 'Attaché principal', 'Attaché hors classe']),
  cadre('redacteurs', 'Rédacteurs territoriaux', 'administrative', 'B', principals('Rédacteur')),
  cadre('adjoints-administratifs', 'Adjoints administratifs territoriaux', 'administrative', 'C', principals('Adjoint administratif')),
  cadre('ingenieurs-en-chef', 'Ingénieurs en chef territoriaux', 'technique', 'A', [
    'Ingénieur en chef',
    'Ingénieur en chef hors classe',
    'Ingénieur général',
  ]),
  cadre('ingenieurs', 'Ingénieurs territoriaux', 'technique', 'A', ['Ingénieur', 'Ingénieur principal', 'Ingénieur hors classe']),
  cadre('techniciens', 'Techniciens territoriaux', 'technique', 'B', principals('Technicien')),
  cadre('agents-de-maitrise', 'Agents de maîtrise territoriaux', 'technique', 'C', ['Agent de maîtrise', 'Agent de maîtrise principal']),
  cadre('adjoints-techniques', 'Adjoints techniques territoriaux', 'technique', 'C', principals('Adjoint technique')),
  cadre('conservateurs-bibliotheques', 'Conservateurs territoriaux de bibliothèques', 'culturelle', 'A', [
    'Conservateur de bibliothèques',
    'Conservateur de bibliothèques en chef',
  ]),
  cadre('bibliothecaires', 'Bibliothécaires territoriaux', 'culturelle', 'A', ['Bibliothécaire', 'Bibliothécaire principal']),
  cadre('attaches-conservation', 'Attachés territoriaux de conservation du patrimoine', 'culturelle', 'A', [
    'Attaché de conservation du patrimoine',
    'Attaché principal de conservation du patrimoine',
  ]),
  cadre(
    'assistants-conservation',
    'Assistants territoriaux de conservation du patrimoine et des bibliothèques',
    'culturelle',
    'B',
    principals('Assistant de conservation'),
  ),
  cadre('adjoints-patrimoine', 'Adjoints territoriaux du patrimoine', 'culturelle', 'C', [
    'Adjoint du patrimoine',
    'Adjoint du patrimoine principal de 2e classe',
    'Adjoint du patrimoine principal de 1re classe',
  ]),
  cadre('professeurs-enseignement-artistique', 'Professeurs territoriaux d’enseignement artistique', 'culturelle', 'A', [
    'Professeur d’enseignement artistique de classe normale',
    'Professeur d’enseignement artistique hors classe',
  ]),
  cadre(
    'assistants-enseignement-artistique',
    'Assistants territoriaux d’enseignement artistique',
    'culturelle',
    'B',
    principals('Assistant d’enseignement artistique'),
  ),
  cadre('conseillers-aps', 'Conseillers territoriaux des activités physiques et sportives', 'sportive', 'A', [
    'Conseiller des APS',
    'Conseiller principal des APS',
  ]),
  cadre('educateurs-aps', 'Éducateurs territoriaux des activités physiques et sportives', 'sportive', 'B', [
    'Éducateur des APS',
    'Éducateur des APS principal de 2e classe',
    'Éducateur des APS principal de 1re classe',
  ]),
  cadre('operateurs-aps', 'Opérateurs territoriaux des activités physiques et sportives', 'sportive', 'C', [
    'Opérateur des APS',
    'Opérateur des APS qualifié',
    'Opérateur des APS principal',
  ]),
  cadre('animateurs', 'Animateurs territoriaux', 'animation', 'B', principals('Animateur')),
  cadre('adjoints-animation', 'Adjoints territoriaux d’animation', 'animation', 'C', [
    'Adjoint d’animation',
    'Adjoint d’animation principal de 2e classe',
    'Adjoint d’animation principal de 1re classe',
  ]),
  cadre('conseillers-socio-educatifs', 'Conseillers territoriaux socio-éducatifs', 'sociale', 'A', [
    'Conseiller socio-éducatif',
    'Conseiller supérieur socio-éducatif',
    'Conseiller hors classe socio-éducatif',
  ]),
  cadre('assistants-socio-educatifs', 'Assistants territoriaux socio-éducatifs', 'sociale', 'A', [
    'Assistant socio-éducatif',
    'Assistant socio-éducatif de classe exceptionnelle',
  ]),
  cadre('educateurs-jeunes-enfants', 'Éducateurs territoriaux de jeunes enfants', 'sociale', 'A', [
    'Éducateur de jeunes enfants',
    'Éducateur de jeunes enfants de classe exceptionnelle',
  ]),
  cadre('moniteurs-educateurs', 'Moniteurs-éducateurs et intervenants familiaux territoriaux', 'sociale', 'B', [
    'Moniteur-éducateur et intervenant familial',
    'Moniteur-éducateur et intervenant familial principal',
  ]),
  cadre('agents-sociaux', 'Agents sociaux territoriaux', 'sociale', 'C', principals('Agent social')),
  cadre('atsem', 'Agents territoriaux spécialisés des écoles maternelles', 'sociale', 'C', [
    'ATSEM principal de 2e classe',
    'ATSEM principal de 1re classe',
  ]),
  cadre('puericultrices', 'Puéricultrices territoriales', 'medico-sociale', 'A', ['Puéricultrice', 'Puéricultrice hors classe']),
  cadre('infirmiers', 'Infirmiers territoriaux en soins généraux', 'medico-sociale', 'A', [
    'Infirmier en soins généraux',
    'Infirmier en soins généraux hors classe',
  ]),
  cadre('auxiliaires-puericulture', 'Auxiliaires de puériculture territoriaux', 'medico-sociale', 'B', [
    'Auxiliaire de puériculture de classe normale',
    'Auxiliaire de puériculture de classe supérieure',
  ]),
  cadre('aides-soignants', 'Aides-soignants territoriaux', 'medico-sociale', 'B', [
    'Aide-soignant de classe normale',
    'Aide-soignant de classe supérieure',
  ]),
  cadre('directeurs-police', 'Directeurs de police municipale', 'police-municipale', 'A', [
    'Directeur de police municipale',
    'Directeur principal de police municipale',
  ]),
  cadre(
    'chefs-service-police',
    'Chefs de service de police municipale',
    'police-municipale',
    'B',
    principals('Chef de service de police municipale'),
  ),
  cadre('agents-police', 'Agents de police municipale', 'police-municipale', 'C', ['Gardien-brigadier', 'Brigadier-chef principal']),
  cadre('gardes-champetres', 'Gardes champêtres', 'police-municipale', 'C', ['Garde champêtre chef', 'Garde champêtre chef principal']),
];

const bySlug = new Map(CADRES.map((one) => [one.slug, one]));

/** A cadre d’emplois by its slug; undefined where there is none of that name. */
export const cadreOf = (slug: string): Cadre | undefined => bySlug.get(slug);
