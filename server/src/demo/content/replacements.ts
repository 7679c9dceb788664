/** What the demonstration says of a métier: who may come, where, with which hours. */
export interface DemoMetier {
  slug: string;
  /** How often it is asked for. */
  weight: number;
  /** The function of an agent of a commune who may be lent. */
  agent: string;
  /** The function of somebody from outside. */
  outsider: string;
  diplomas: string[];
  places: string[];
  notes: string[];
  hours: Partial<Record<'am' | 'pm', { start: string; end: string }>>;
}

const DAY = { am: { start: '08:30', end: '12:00' }, pm: { start: '13:30', end: '16:45' } };

/** The métiers whose absence closes a class, a crèche or a counter. */
export const demoMetiers: readonly DemoMetier[] = [
  {
    slug: 'atsem',
    weight: 10,
    agent: 'ATSEM',
    outsider: 'ATSEM remplaçante',
    diplomas: ['cap-aepe'],
    places: ['École Jules-Ferry', 'École Joliot-Curie', 'École maternelle du Centre', 'École Jean-Zay', 'École Marie-Curie'],
    notes: ['Petite section, 26 élèves.', 'Moyenne et grande sections, entrée par la cour.', 'Toute petite section, sieste à 13 h 15.', ''],
    hours: DAY,
  },
  {
    slug: 'animateur-periscolaire',
    weight: 6,
    agent: 'Animatrice périscolaire',
    outsider: 'Animateur remplaçant',
    diplomas: ['bafa'],
    places: ['Accueil périscolaire du Centre', 'Accueil périscolaire Jean-Zay', 'Accueil de loisirs de la Briquette'],
    notes: ['Quinze enfants de 6 à 9 ans.', 'Accueil du matin et du soir.', ''],
    hours: { am: { start: '07:15', end: '08:30' }, pm: { start: '16:30', end: '18:30' } },
  },
  {
    slug: 'agent-restauration',
    weight: 6,
    agent: 'Agente de restauration',
    outsider: 'Agent de restauration remplaçant',
    diplomas: [],
    places: ['Restaurant scolaire Jean-Moulin', 'Restaurant scolaire du Centre', 'Restaurant scolaire Joliot-Curie'],
    notes: ['Service de midi, quatre-vingts couverts.', 'Liaison froide, remise en température et service.', ''],
    hours: { am: { start: '10:30', end: '13:30' } },
  },
  {
    slug: 'auxiliaire-puericulture',
    weight: 4,
    agent: 'Auxiliaire de puériculture',
    outsider: 'Auxiliaire de puériculture remplaçante',
    diplomas: ['deap'],
    places: ['Crèche Les P’tits Loups', 'Multi-accueil Les Coccinelles', 'Crèche familiale'],
    notes: ['Section des moyens, huit enfants.', 'Ouverture à 7 h 30.', ''],
    hours: { am: { start: '07:30', end: '12:00' }, pm: { start: '13:00', end: '16:30' } },
  },
  {
    slug: 'agent-entretien',
    weight: 4,
    agent: 'Agente d’entretien',
    outsider: 'Agent d’entretien remplaçant',
    diplomas: [],
    places: ['École Jules-Ferry', 'Salle des fêtes', 'Mairie et annexes'],
    notes: ['Six classes et les sanitaires.', ''],
    hours: { am: { start: '06:00', end: '08:30' }, pm: { start: '16:45', end: '19:30' } },
  },
  {
    slug: 'secretaire-mairie',
    weight: 3,
    agent: 'Secrétaire de mairie',
    outsider: 'Secrétaire de mairie itinérante',
    diplomas: [],
    places: ['Accueil de la mairie', 'Secrétariat général'],
    notes: ['Paie du mois à clore.', 'État civil et accueil.', 'Préparation du conseil municipal.'],
    hours: { am: { start: '08:30', end: '12:00' }, pm: { start: '13:30', end: '17:00' } },
  },
];

/** How many people from outside the pool counts, beside the one listed on the sign-in page. */
export const DEMO_OUTSIDERS = 24;
