import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { objectId } from '../../platform/object-id.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { addMember } from './commands/join-club.ts';

const SWEEP_EVERY_MS = 60_000;

type Request = PersonRecord['joinRequests'][number];

const DECIDED = {
  accepted: 'Votre demande est acceptée\u00a0: vous êtes membre du club.',
  declined: 'Votre demande n’a pas été retenue.',
};

const keyOf = (personId: string, { clubId, at }: Request): string => `request:${clubId}:${personId}:${at.getTime()}`;

const tellPilots = async (personId: string, request: Request): Promise<void> => {
  const { clubId, at } = request;
  await notify({ key: keyOf(personId, request), kind: 'join-request', byId: personId, clubId, at, to: { pilots: clubId } });
  await PersonModel.updateOne(
    { _id: objectId(personId), joinRequests: { $elemMatch: { clubId, decision: { $exists: false } } } },
    { $unset: { 'joinRequests.$.due': 1 } },
  );
};

const carryOut = async (personId: string, request: Request, { accepted, byId }: { accepted: boolean; byId: string }): Promise<void> => {
  const { clubId } = request;
  const note = accepted ? DECIDED.accepted : DECIDED.declined;
  const key = `${keyOf(personId, request)}:decision`;
  await notify({ key, kind: 'join-decision', byId, clubId, note, to: { people: [personId] } });
  if (accepted) await addMember(personId, clubId);
  // Last: while it is there, a sweep goes on with it.
  await PersonModel.updateOne({ _id: objectId(personId) }, { $pull: { joinRequests: { clubId } } });
};

/** Carries out what follows from a person's requests: pilots are told of a new one, she of a decision. Safe to do twice. */
export const settleRequests = async (personId: string): Promise<void> => {
  const person = await PersonModel.findById(objectId(personId), { joinRequests: 1 }).lean<PersonRecord>();
  for (const request of person?.joinRequests ?? []) {
    if (!request.due) continue;
    await (request.decision ? carryOut(personId, request, request.decision) : tellPilots(personId, request));
  }
};

const sweep = async (): Promise<void> => {
  const people = await PersonModel.find({ 'joinRequests.due': true }, { _id: 1 }).limit(500).lean();
  for (const { _id } of people)
    await settleRequests(_id.toHexString()).catch((error: unknown) => logger.error({ err: error }, 'request not settled'));
};

/** Goes on, at start and from time to time, with what a crash interrupted; gives back how to stop. */
export const startSettlingRequests = (): (() => Promise<void>) =>
  startRecurring({ name: 'settle requests', everyMs: SWEEP_EVERY_MS, work: sweep, atOnce: true });
