import type { Actor } from '@beffroi/shared/core/actor';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import type { Decision } from '@beffroi/shared/features/applications/applications.vocabulary';
import type { FileStore } from '../../../platform/files.ts';
import { changeApplication } from '../change-application.ts';

/**
 * Chooses or declines an applicant, who reads the message.
 * @throws AppError `not-found`, `forbidden`, `conflict`
 */
export const decideApplication = (
  actor: Actor,
  { id, version, decision, message }: { id: string; version: number; decision: Decision; message: string },
  files: FileStore,
): Promise<Application> =>
  changeApplication(actor, { id, version }, { to: decision, act: () => decision, kind: 'application-decision', set: { message } }, files);
