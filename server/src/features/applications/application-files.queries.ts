import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canSeeTrail } from '@beffroi/shared/features/applications/applications.policy';
import type { ApplicationFile } from '@beffroi/shared/features/applications/applications.vocabulary';
import { calendarFile } from '../../platform/calendar-file.ts';
import type { FileStore } from '../../platform/files.ts';
import { personRef } from '../accounts/accounts.queries.ts';
import { communeName } from '../directory/territory.queries.ts';
import { type FileAnswer, fileAnswer } from '../document-exports/document-files.queries.ts';
import { ApplicationModel, newAct } from './application.model.ts';
import { applicationFacts } from './applications.presenter.ts';
import { readableApplication } from './applications.queries.ts';

/** Openings noted; who opens one file a hundred times has been noted often enough. */
const ACTS_KEPT = 300;

/**
 * A file of an application; that the commune's HR opened it is noted.
 * @throws AppError `not-found` (not the actor's to read, no such file, erased)
 */
export const applicationFile = async (
  actor: Actor,
  { id, file }: { id: string; file: ApplicationFile },
  files: FileStore,
): Promise<FileAnswer> => {
  const application = await readableApplication(actor, id);
  const kept = application.files.find((each) => each.file === file);
  if (!kept) throw new AppError('not-found');
  const content = await files.read(kept.key);
  if (canSeeTrail(actor, applicationFacts(application))) {
    const act = newAct('read', await personRef(actor.personId));
    await ApplicationModel.updateOne({ _id: application._id }, { $push: { acts: { $each: [act], $slice: -ACTS_KEPT } } });
  }
  return fileAnswer(content, kept.name, kept.type);
};

/** The interview as a calendar takes it; once the application came to nothing, as one that is called off. @throws AppError `not-found` */
export const interviewCalendar = async (actor: Actor, id: string, publicUrl: string): Promise<FileAnswer> => {
  const application = await readableApplication(actor, id);
  const { interview, state, title, commune, changedAt, version, applicant, applicantId, vacancyId } = application;
  if (!interview) throw new AppError('not-found');
  const { origin, hostname } = new URL(publicUrl);
  const own = applicantId === actor.personId;
  const who = own ? communeName(commune) : (applicant?.name ?? 'Candidature');
  const content = calendarFile([
    {
      uid: `entretien-${id}@${hostname}`,
      sequence: version,
      changedAt,
      start: interview.at,
      minutes: interview.minutes,
      summary: `Entretien\u00a0: ${title} (${who})`,
      location: interview.place,
      description: interview.note,
      url: own ? `${origin}/emplois/mes-candidatures/${id}` : `${origin}/emplois/${vacancyId}/candidatures?candidature=${id}`,
      cancelled: state === 'withdrawn' || state === 'declined',
    },
  ]);
  return fileAnswer(Buffer.from(content, 'utf8'), 'entretien.ics', 'text/calendar;charset=utf-8');
};
