import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { AppError } from '@beffroi/shared/core/errors';
import { newTerritoryInput } from '@beffroi/shared/features/territory/territory.contract';
import { type Env, readEnv } from '../env.ts';
import { type Auth, createAuth } from '../features/accounts/auth.ts';
import { PersonModel } from '../features/accounts/person.model.ts';
import { proposedClubs } from '../features/clubs/proposed-clubs.queries.ts';
import { refreshTerritory, territoryName } from '../features/directory/territory.queries.ts';
import { installer } from '../features/territory/installer.ts';
import { territoryState } from '../features/territory/known-territory.queries.ts';
import type { RegisteredEpci } from '../features/territory/national-register.ts';
import { setupCode } from '../features/territory/setup-code.ts';
import { setUpLogger } from '../platform/logger.ts';
import { createMailer } from '../platform/mail.ts';
import { buildIndexes, connectMongo } from '../platform/mongo.ts';
import { createTerritory, settleTerritory, type TerritoryInput } from './create-territory.ts';
import { chosenEpci, epciFacts } from './found-epci.ts';
import { setupNotice } from './setup-notice.ts';
import { HELP, readArguments, type TerritoryArguments, WrongRequest } from './territory-arguments.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const atTerminal = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

const ask = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question} `)).trim();
  } finally {
    terminal.close();
  }
};

/** @throws WrongRequest when there is nobody to ask */
const emailOf = async ({ email }: TerritoryArguments): Promise<string> => {
  if (email) return email;
  if (!atTerminal()) throw new WrongRequest('Donnez l’adresse de l’administrateur : --admin-email ADRESSE.');
  return ask('Adresse électronique de l’administrateur :');
};

/** What is typed meets the rules of the page's form. @throws WrongRequest */
const validated = (input: TerritoryInput): TerritoryInput => {
  const { password } = input.administrator;
  // Any password long enough stands in for one that will be chosen by a link.
  const administrator = { ...input.administrator, password: password ?? 'x'.repeat(40) };
  const { success, data, error } = newTerritoryInput.safeParse({ ...input, administrator });
  if (!success) throw new WrongRequest(error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`).join('\n'));
  return { ...data, administrator: { ...data.administrator, password: password === null ? null : data.administrator.password } };
};

const confirm = async (input: TerritoryInput, facts: string, { yes }: TerritoryArguments): Promise<void> => {
  const names = proposedClubs.filter(({ slug }) => input.clubs.includes(slug)).map(({ name }) => name);
  say(`Territoire : ${input.name} (SIREN ${input.siren}, ${facts})`);
  say(`Clubs : ${names.length > 0 ? names.join(', ') : 'aucun'}`);
  say(`Administrateur : ${input.administrator.name}, ${input.administrator.email}`);
  if (yes) return;
  if (!atTerminal()) throw new WrongRequest('Rien n’est créé. Ajoutez --yes pour créer ce territoire.');
  if (!/^o(ui)?$/i.test(await ask('Créer ce territoire, une fois pour toutes ? (oui/non)'))) throw new WrongRequest('Rien n’est créé.');
};

const LINK_LASTS_HOURS = 24;

/** The page where the administrator chooses her password, as « mot de passe oublié » opens it, for longer. */
const passwordLink = async (auth: Auth, env: Env, email: string): Promise<string> => {
  const person = await PersonModel.findOne({ email }, { _id: 1 }).lean();
  if (!person) throw new Error(`no account for ${email}`);
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth.$context;
  const expiresAt = new Date(Date.now() + LINK_LASTS_HOURS * 3_600_000);
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: person._id.toHexString(), expiresAt });
  return `${new URL(env.PUBLIC_URL).origin}/nouveau-mot-de-passe?token=${token}`;
};

const inputFor = async (options: TerritoryArguments, { siren, name }: RegisteredEpci): Promise<TerritoryInput> => {
  const title = options.function ?? 'Administration du territoire';
  const password = options.passwordFromInput ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const administrator = { email: await emailOf(options), name: options.adminName ?? title, function: title, password };
  return validated({ siren, name: options.name ?? name, clubs: options.clubs, administrator, idempotencyKey: randomUUID() });
};

const create = async (options: TerritoryArguments, epci: RegisteredEpci, env: Env): Promise<void> => {
  const input = await inputFor(options, epci);
  await confirm(input, epciFacts(epci), options);
  const auth = createAuth(env, createMailer(env));
  const { name } = await createTerritory(installer, input, auth);
  say(`${name} est créé.`);
  const { email, password } = input.administrator;
  if (password !== null) return;
  say(`Pour choisir le mot de passe de ${email}, dans les ${LINK_LASTS_HOURS} heures :`);
  say(`  ${await passwordLink(auth, env, email)}`);
};

/** @returns the exit code */
const withStore = async (options: TerritoryArguments, env: Env): Promise<number> => {
  await buildIndexes();
  if ((await territoryState()) === 'opening') await settleTerritory(createAuth(env, createMailer(env)));
  if ((await territoryState()) === 'open') {
    await refreshTerritory();
    say(`Ce serveur a déjà son territoire : ${territoryName() ?? 'sans nom'}.`);
    return options.epci ? 3 : 0;
  }
  if (options.epci) await create(options, await chosenEpci(options.epci), env);
  else process.stdout.write(setupNotice(env.PUBLIC_URL, (await setupCode()) ?? ''));
  return 0;
};

const run = async (argv: string[]): Promise<number> => {
  const options = readArguments(argv);
  if (options.help) {
    say(HELP);
    return 0;
  }
  const env = readEnv();
  setUpLogger('error');
  const disconnect = await connectMongo(env).catch((error: unknown) => {
    const hint = env.MONGODB_URI
      ? ''
      : ' Si un serveur Beffroi tourne sur ces données, arrêtez-le, ou créez le territoire dans son navigateur.';
    throw new Error(`Le magasin de données ne s’ouvre pas.${hint}`, { cause: error });
  });
  try {
    return await withStore(options, env);
  } finally {
    await disconnect();
  }
};

const exitCodeOf = (error: unknown): number => {
  if (error instanceof WrongRequest) return 2;
  return error instanceof AppError && error.code === 'territory-exists' ? 3 : 1;
};

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(exitCodeOf(error));
  },
);
