import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { changeApplication } from '../change-application.ts';

const AHEAD_MS = APPLICATION_LIMITS.interviewDays * 86_400_000;

const refusal = (message: string): AppError => new AppError('invalid-input', { errors: [{ path: 'at', message }] });

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
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (it would be over already, or is more than a year away), `conflict`
 */
export const planInterview = async (
  actor: Actor,
  { id, version, at, ...interview }: PlannedInterview,
  files: FileStore,
): Promise<Application> => {
  const start = new Date(at);
  if (start <= now()) throw refusal('Choisissez une date à venir.');
  // The candidate is told at once: a year that was mistyped is seen before.
  if (start.getTime() > now().getTime() + AHEAD_MS) throw refusal('Pas plus d’un an d’avance\u00a0: vérifiez l’année.');
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
