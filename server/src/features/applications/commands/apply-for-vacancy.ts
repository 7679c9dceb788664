import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { canApply } from '@beffroi/shared/features/applications/applications.policy';
import { APPLICATION_FILE_LABEL, type ApplicationFile } from '@beffroi/shared/features/applications/applications.vocabulary';
import { Types } from 'mongoose';
import { ATTACHED_MIME, readAttached } from '../../../platform/attached-file.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import type { FileStore } from '../../../platform/files.ts';
import { findPerson, personRefOf } from '../../accounts/accounts.queries.ts';
import { documentName } from '../../document-exports/document-files.queries.ts';
import { vacancyFacts } from '../../vacancies/vacancies.queries.ts';
import { ApplicationModel, type ApplicationRecord, type KeptFile, newAct } from '../application.model.ts';
import { presentApplication } from '../applications.presenter.ts';
import { keptUntil } from '../kept-until.ts';
import { settleApplication } from '../settle-application.ts';

interface NewApplication {
  id: string;
  cv: Blob;
  letter: string;
  letterFile?: Blob | undefined;
  phone: string;
  idempotencyKey?: string | undefined;
}

interface Sent extends KeptFile {
  content: Uint8Array;
}

/** What a file is, from its content, under a name of ours. @throws AppError `too-large`, `unsupported-document` */
const readSent = async (file: ApplicationFile, blob: Blob, applicant: string): Promise<Sent> => {
  const label = APPLICATION_FILE_LABEL[file];
  const { type, content } = await readAttached(blob, APPLICATION_LIMITS.fileBytes, label);
  const key = new Types.ObjectId().toHexString();
  return { file, key, type: ATTACHED_MIME[type], name: documentName(label, applicant, type), bytes: content.byteLength, content };
};

/** The vacancy, for who may apply. @throws AppError `not-found`, `forbidden` */
const openVacancy = async (actor: Actor, id: string) => {
  const vacancy = await vacancyFacts(id);
  const known = vacancy && vacancy.state !== 'draft' && (vacancy.open || Object.keys(actor.communes).length > 0);
  if (!known || !(actor.administrator || actor.substitute || Object.keys(actor.communes).length > 0)) throw new AppError('not-found');
  if (!canApply(actor, { commune: vacancy.communeSlug, open: vacancy.open })) throw new AppError('forbidden');
  return vacancy;
};

const ALREADY = 'Vous avez déjà présenté votre candidature à cette offre\u00a0: suivez-la dans «\u00a0Mes candidatures\u00a0».';

/** Shows it to the commune once its files are on disk; at most one a person and a vacancy. */
const complete = async (_id: Types.ObjectId, sent: readonly Sent[], files: FileStore): Promise<ApplicationRecord> => {
  try {
    for (const { key, content } of sent) await files.write(key, content);
    const completed = await ApplicationModel.findOneAndUpdate(
      { _id },
      { $set: { current: true, unsettled: new Date() }, $unset: { incoming: 1 } },
      { returnDocument: 'after' },
    ).lean<ApplicationRecord>();
    if (!completed) throw new AppError('internal');
    return completed;
  } catch (error) {
    for (const { key } of sent) await files.remove(key);
    await ApplicationModel.deleteOne({ _id, current: { $exists: false } });
    if (!isDuplicate(error)) throw error;
    throw new AppError('conflict', { detail: ALREADY, cause: error });
  }
};

/**
 * Applies for a vacancy. Sent again with the same key, it gives the application the first sending made.
 * @throws AppError `not-found`, `forbidden` (not open, or her own commune's to fill), `too-large`, `unsupported-document`, `conflict`
 * (applied already)
 */
export const applyForVacancy = async (actor: Actor, input: NewApplication, files: FileStore): Promise<Application> => {
  const vacancy = await openVacancy(actor, input.id);
  const own = { vacancyId: vacancy.id, applicantId: actor.personId, current: { $exists: true } };
  const first = await ApplicationModel.findOne(own).lean<ApplicationRecord>();
  if (first && input.idempotencyKey && first.idempotencyKey === input.idempotencyKey) return presentApplication(actor, first);
  if (first) throw new AppError('conflict', { detail: ALREADY });
  const person = await findPerson(actor.personId);
  const sent = [await readSent('cv', input.cv, person.name)];
  if (input.letterFile) sent.push(await readSent('letter', input.letterFile, person.name));
  const at = now();
  const { _id } = await ApplicationModel.create({
    vacancyId: vacancy.id,
    title: vacancy.title,
    commune: vacancy.communeSlug,
    applicantId: actor.personId,
    applicant: personRefOf(person),
    contact: { email: person.email, phone: input.phone || (person.phone ?? ''), function: person.function },
    letter: input.letter,
    files: sent.map(({ content: _content, ...file }) => file),
    state: 'received',
    sentAt: at,
    changedAt: at,
    keptUntil: keptUntil(at),
    acts: [newAct('sent', null)],
    incoming: new Date(),
    untold: [{ kind: 'application-received', byId: actor.personId, at }],
    ...(input.idempotencyKey && { idempotencyKey: input.idempotencyKey }),
  });
  const application = await complete(_id, sent, files);
  settleApplication(application, files);
  return presentApplication(actor, application);
};
