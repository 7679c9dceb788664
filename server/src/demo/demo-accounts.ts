import type { DemoAccount } from '@beffroi/shared/features/accounts/accounts.contract';

export const DEMO_PASSWORD = 'beffroi-demo';

const account = (email: string, label: string, purpose: string) => ({ email, label, purpose, password: DEMO_PASSWORD });

/** One account per kind of person, listed on the sign-in page in demonstration mode only. */
export const demoAccounts: readonly DemoAccount[] = [
  account('agent@anzin.example', 'Responsable urbanisme, Anzin', 'Pose des questions, membre d’Urbanisme et de Marchés publics'),
  account('drh@valenciennes.example', 'Directrice des ressources humaines, Valenciennes', 'Pilote Ressources humaines'),
  account('drh@hergnies.example', 'Directrice des ressources humaines, Hergnies', 'Cherche une remplaçante avant la rentrée'),
  account('pilote.marches@metropole.example', 'Responsable de la commande publique, Valenciennes Métropole', 'Pilote Marchés publics'),
  account(
    'referent@onnaing.example',
    'Directeur général des services, Onnaing',
    'Référent de sa commune, et sa direction des ressources humaines',
  ),
  account('admin@metropole.example', 'Chargée de mission mutualisation, Valenciennes Métropole', 'Administre le territoire'),
  account('invite@cdg59.example', 'Conseillère emploi, CDG 59', 'Invitée du club Ressources humaines, et de lui seul'),
  account('remplacante@exterieur.example', 'ATSEM remplaçante', 'N’appartient à aucune commune'),
];
