import { type Cadre, type Categorie, cadreOf, type Filiere } from './grades.ts';

/** A métier of the communes: the cadres d’emplois one is recruited in for it, the usual one first. */
export interface Metier {
  slug: string;
  label: string;
  /** Of its first cadre d’emplois. */
  filiere: Filiere;
  categorie: Categorie;
  cadres: readonly Cadre[];
  /** Any one of these suffices to do it; none where nothing but experience is asked. */
  diplomas: readonly string[];
  /** Replaced from one day to the next: offered first where a replacement is asked for. */
  replaced: boolean;
}

const ATSEM_DIPLOMAS = ['cap-aepe', 'cap-petite-enfance', 'bep-sanitaire-social', 'bac-pro-assp', 'deap', 'deeje'];
const ANIMATION_DIPLOMAS = ['bafa', 'bafd', 'cqp-animateur-periscolaire', 'cpjeps', 'bpjeps-loisirs', 'bpjeps-apt'];

const metier = (slug: string, label: string, cadres: string, diplomas: readonly string[] = [], replaced = false): Metier => {
  const found = cadres.split(' ').map((one) => cadreOf(one) as Cadre);
  const [{ filiere, categorie }] = found as [Cadre];
  return { slug, label, filiere, categorie, cadres: found, diplomas, replaced };
};
/** One whose absence closes a class or a counter in the morning. */
const replaced = (slug: string, label: string, cadres: string, diplomas: readonly string[] = []): Metier =>
  metier(slug, label, cadres, diplomas, true);

export const METIERS: readonly Metier[] = [
  replaced('atsem', 'ATSEM', 'atsem agents-sociaux', ATSEM_DIPLOMAS),
  replaced('auxiliaire-puericulture', 'Auxiliaire de puériculture', 'auxiliaires-puericulture', ['deap']),
  replaced('agent-creche', 'Agent d’accompagnement de crèche', 'agents-sociaux', [
    'cap-aepe',
    'cap-petite-enfance',
    'bep-sanitaire-social',
    'bac-pro-assp',
    'agrement-assistant-maternel',
    'deap',
  ]),
  replaced('educateur-jeunes-enfants', 'Éducateur de jeunes enfants', 'educateurs-jeunes-enfants', ['deeje']),
  metier('directeur-creche', 'Directeur d’établissement d’accueil du jeune enfant', 'puericultrices educateurs-jeunes-enfants infirmiers', [
    'de-puericultrice',
    'deeje',
    'de-infirmier',
  ]),
  metier('responsable-rpe', 'Responsable de relais petite enfance', 'educateurs-jeunes-enfants assistants-socio-educatifs', ['deeje']),
  replaced('animateur-periscolaire', 'Animateur périscolaire', 'adjoints-animation', ANIMATION_DIPLOMAS),
  replaced('directeur-accueil-loisirs', 'Directeur d’accueil de loisirs', 'animateurs adjoints-animation', ['bafd', 'bpjeps-loisirs']),
  replaced('agent-restauration', 'Agent de restauration scolaire', 'adjoints-techniques'),
  replaced('cuisinier', 'Cuisinier de restauration collective', 'adjoints-techniques agents-de-maitrise', ['haccp']),
  replaced('agent-entretien', 'Agent d’entretien des locaux', 'adjoints-techniques'),
  replaced('gardien-equipement', 'Gardien d’équipement', 'adjoints-techniques'),
  replaced('agent-technique-polyvalent', 'Agent des services techniques polyvalent', 'adjoints-techniques agents-de-maitrise', [
    'permis-b',
  ]),
  replaced('agent-espaces-verts', 'Jardinier des espaces verts', 'adjoints-techniques agents-de-maitrise', ['permis-b']),
  replaced('agent-voirie', 'Agent de voirie et de propreté', 'adjoints-techniques', ['permis-b']),
  metier('electricien', 'Électricien de bâtiment', 'adjoints-techniques agents-de-maitrise', ['habilitation-electrique']),
  metier('plombier-chauffagiste', 'Plombier-chauffagiste', 'adjoints-techniques agents-de-maitrise'),
  metier('mecanicien', 'Mécanicien de véhicules et de matériel', 'adjoints-techniques agents-de-maitrise', ['permis-b']),
  metier('responsable-services-techniques', 'Responsable des services techniques', 'techniciens agents-de-maitrise ingenieurs'),
  metier('directeur-services-techniques', 'Directeur des services techniques', 'ingenieurs techniciens'),
  metier('charge-operations-batiment', 'Chargé d’opérations de bâtiment', 'techniciens ingenieurs'),
  metier('technicien-informatique', 'Technicien informatique', 'techniciens adjoints-techniques'),
  metier('geomaticien', 'Géomaticien', 'techniciens ingenieurs'),
  replaced('secretaire-mairie', 'Secrétaire général de mairie', 'redacteurs attaches adjoints-administratifs'),
  replaced('agent-accueil', 'Agent d’accueil', 'adjoints-administratifs'),
  replaced('officier-etat-civil', 'Agent d’état civil et d’élections', 'adjoints-administratifs redacteurs'),
  replaced('assistant-administratif', 'Assistant administratif', 'adjoints-administratifs redacteurs'),
  metier('instructeur-urbanisme', 'Instructeur des autorisations d’urbanisme', 'redacteurs adjoints-administratifs techniciens'),
  metier('gestionnaire-rh', 'Gestionnaire carrière et paie', 'adjoints-administratifs redacteurs'),
  metier('responsable-rh', 'Responsable des ressources humaines', 'attaches redacteurs'),
  metier('gestionnaire-finances', 'Gestionnaire comptable et budgétaire', 'adjoints-administratifs redacteurs'),
  metier('responsable-finances', 'Responsable des finances', 'attaches redacteurs'),
  metier('gestionnaire-marches-publics', 'Gestionnaire de marchés publics', 'redacteurs adjoints-administratifs'),
  metier('acheteur', 'Acheteur public', 'attaches redacteurs'),
  metier('juriste', 'Juriste', 'attaches'),
  metier('charge-communication', 'Chargé de communication', 'redacteurs attaches'),
  metier('charge-mission-mutualisation', 'Chargé de mission mutualisation', 'attaches ingenieurs'),
  metier('dgs', 'Directeur général des services', 'attaches administrateurs'),
  metier('bibliothecaire', 'Bibliothécaire', 'assistants-conservation bibliothecaires adjoints-patrimoine'),
  replaced('agent-bibliotheque', 'Agent de médiathèque', 'adjoints-patrimoine'),
  metier('enseignant-artistique', 'Enseignant artistique', 'assistants-enseignement-artistique professeurs-enseignement-artistique'),
  replaced('maitre-nageur', 'Maître-nageur sauveteur', 'educateurs-aps', ['bpjeps-aan']),
  metier('educateur-sportif', 'Éducateur sportif', 'educateurs-aps operateurs-aps', ['bpjeps-apt']),
  replaced('aide-domicile', 'Aide à domicile', 'agents-sociaux', ['deaes', 'advf', 'deas']),
  metier('travailleur-social', 'Travailleur social de CCAS', 'assistants-socio-educatifs', ['deass', 'decesf']),
  metier('directeur-ccas', 'Directeur de CCAS', 'attaches conseillers-socio-educatifs redacteurs'),
  replaced('policier-municipal', 'Policier municipal', 'agents-police', ['fia-police-municipale']),
  metier('chef-police-municipale', 'Chef de police municipale', 'chefs-service-police agents-police', ['fia-police-municipale']),
  metier('asvp', 'Agent de surveillance de la voie publique', 'adjoints-techniques adjoints-administratifs'),
];

const bySlug = new Map(METIERS.map((one) => [one.slug, one]));

/** A métier by its slug; undefined where there is none of that name. */
export const metierOf = (slug: string): Metier | undefined => bySlug.get(slug);

/** Its French name; the slug itself where it is no more in the vocabulary. */
export const metierLabel = (slug: string): string => metierOf(slug)?.label ?? slug;
