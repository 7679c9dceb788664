import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { canMoveTo } from '@beffroi/shared/features/applications/applications.policy';
import type { ApplicationAct, ApplicationState } from '@beffroi/shared/features/applications/applications.vocabulary';
import type { NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { now } from '../../platform/clock.ts';
import type { FileStore } from '../../platform/files.ts';
import { personRef } from '../accounts/accounts.queries.ts';
import { ApplicationModel, type ApplicationRecord, newAct } from './application.model.ts';
import { applicationFacts, presentApplication } from './applications.presenter.ts';
import { getApplication, readableApplication } from './applications.queries.ts';
import { keptUntil } from './kept-until.ts';
import { settleApplication } from './settle-application.ts';

interface Change {
  to: ApplicationState;
  act: (before: ApplicationRecord) => ApplicationAct;
  kind: NotificationKind;
  set: Partial<Pick<ApplicationRecord, 'interview' | 'message'>>;
}

/**
 * Leads an application on by the hand of the commune's HR: one write, its act with it, refused when somebody did so first.
 * @throws AppError `not-found`, `forbidden`, `conflict` with the application as it stands
 */
export const changeApplication = async (
  actor: Actor,
  { id, version }: { id: string; version: number },
  { to, act, kind, set }: Change,
  files: FileStore,
): Promise<Application> => {
  const before = await readableApplication(actor, id);
  if (!canMoveTo(actor, applicationFacts(before), to)) throw new AppError('forbidden');
  const at = now();
  const by = await personRef(actor.personId);
  const changed = await ApplicationModel.findOneAndUpdate(
    { _id: before._id, version, state: before.state },
    {
      $set: { ...set, state: to, changedAt: at, keptUntil: keptUntil(at), unsettled: new Date() },
      $inc: { version: 1 },
      $push: { acts: newAct(act(before), by), untold: { kind, byId: actor.personId, at } },
    },
    { returnDocument: 'after' },
  ).lean<ApplicationRecord>();
  if (!changed)
    throw new AppError('conflict', {
      detail: 'Cette candidature a changé entre-temps\u00a0: relisez-la avant de décider.',
      current: await getApplication(actor, id),
    });
  settleApplication(changed, files);
  return presentApplication(actor, changed);
};
