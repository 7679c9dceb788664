import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { changeApplication } from '../change-application.ts';

interface PlannedInterview {
  id: string;
  version: number;
  /** An ISO instant. */
  at: string;
  minutes: number;
  place: string;
  note: string;
}

/**
 * Proposes an interview to an applicant, or another hour or place for it.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (it would be over already), `conflict`
 */
export const planInterview = async (
  actor: Actor,
  { id, version, at, ...interview }: PlannedInterview,
  files: FileStore,
): Promise<Application> => {
  const start = new Date(at);
  if (start <= now()) throw new AppError('invalid-input', { errors: [{ path: 'at', message: 'Choisissez une date à venir.' }] });
  return changeApplication(
    actor,
    { id, version },
    {
      to: 'interview',
      act: (before) => (before.state === 'interview' ? 'interview-changed' : 'interview-set'),
      kind: 'application-interview',
      set: { interview: { at: start, ...interview }, message: null },
    },
    files,
  );
};
