import { parseArgs } from 'node:util';
import { proposedClubs } from '../features/clubs/proposed-clubs.queries.ts';

export const HELP = `npm run territory -- --epci NOM|SIREN --admin-email ADRESSE [autres réglages]

Crée le territoire de ce serveur : son intercommunalité, ses communes, ses clubs et son premier administrateur.
Sans --epci : dit s’il y a un territoire, et sinon donne le code de la page qui le crée.

  --epci NOM|SIREN       l’intercommunalité, par exemple « metz » ou 200039865
  --name NOM             le nom affiché, s’il doit être autre que l’usuel
  --clubs a,b            les clubs à ouvrir ; « tous », « aucun » ; sans ce réglage, les premiers de la liste
  --admin-email ADRESSE  l’adresse de l’administrateur
  --admin-function TEXTE sa fonction (« Administration du territoire » si rien n’est dit)
  --admin-name TEXTE     le nom affiché, s’il doit être autre que la fonction
  --password-stdin       lit son mot de passe sur l’entrée standard ; sans ce réglage, un lien pour le choisir est écrit
  --yes                  ne demande rien

Les clubs : ${proposedClubs.map(({ slug }) => slug).join(', ')}.

Le magasin est celui du serveur : DATA_DIR ou MONGODB_URI. Sur DATA_DIR, arrêtez d’abord le serveur.
Codes de retour : 0 c’est fait, 1 échec, 2 demande à corriger, 3 il y a déjà un territoire.
`;

/** A request that cannot be carried out as it stands; its message says what to correct. */
export class WrongRequest extends Error {}

export interface TerritoryArguments {
  help: boolean;
  epci: string | undefined;
  name: string | undefined;
  clubs: string[];
  email: string | undefined;
  function: string | undefined;
  adminName: string | undefined;
  passwordFromInput: boolean;
  yes: boolean;
}

const chosenClubs = (text: string | undefined): string[] => {
  if (text === undefined) return proposedClubs.filter(({ preselected }) => preselected).map(({ slug }) => slug);
  if (text === 'tous') return proposedClubs.map(({ slug }) => slug);
  const slugs = text === 'aucun' ? [] : text.split(',').map((slug) => slug.trim());
  const unknown = slugs.filter((slug) => !proposedClubs.some((club) => club.slug === slug));
  if (unknown.length > 0) throw new WrongRequest(`Ces clubs ne sont pas proposés : ${unknown.join(', ')}.`);
  return slugs;
};

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  epci: { type: 'string' },
  name: { type: 'string' },
  clubs: { type: 'string' },
  'admin-email': { type: 'string' },
  'admin-function': { type: 'string' },
  'admin-name': { type: 'string' },
  'password-stdin': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
} as const;

const parsed = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options: OPTIONS }).values;
  } catch (error) {
    throw new WrongRequest('Un réglage n’est pas compris. Voyez npm run territory -- --help', { cause: error });
  }
};

/** @throws WrongRequest */
export const readArguments = (argv: string[]): TerritoryArguments => {
  const values = parsed(argv);
  return {
    help: values.help ?? false,
    epci: values.epci,
    name: values.name,
    clubs: chosenClubs(values.clubs),
    email: values['admin-email'],
    function: values['admin-function'],
    adminName: values['admin-name'],
    passwordFromInput: values['password-stdin'] ?? false,
    yes: values.yes ?? false,
  };
};
