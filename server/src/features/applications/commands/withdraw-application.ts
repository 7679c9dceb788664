import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { canWithdraw } from '@beffroi/shared/features/applications/applications.policy';
import { now } from '../../../platform/clock.ts';
import type { FileStore } from '../../../platform/files.ts';
import { ApplicationModel, type ApplicationRecord, newAct } from '../application.model.ts';
import { applicationFacts, presentApplication } from '../applications.presenter.ts';
import { getApplication, readableApplication } from '../applications.queries.ts';
import { settleApplication } from '../settle-application.ts';

/**
 * Takes back one's own application: the letter and the files go at once, the commune is told that it was withdrawn. Twice does no
 * harm.
 * @throws AppError `not-found`, `forbidden` (somebody else's, or declined)
 */
export const withdrawApplication = async (actor: Actor, id: string, files: FileStore): Promise<Application> => {
  const before = await readableApplication(actor, id);
  if (before.state === 'withdrawn' && before.applicantId === actor.personId) return presentApplication(actor, before);
  if (!canWithdraw(actor, applicationFacts(before))) throw new AppError('forbidden');
  const at = now();
  const changed = await ApplicationModel.findOneAndUpdate(
    { _id: before._id, state: before.state },
    {
      $set: {
        state: 'withdrawn',
        letter: '',
        files: [],
        message: null,
        changedAt: at,
        doomed: before.files.map(({ key }) => key),
        unsettled: new Date(),
      },
      $unset: { current: 1, contact: 1 },
      $inc: { version: 1 },
      $push: { acts: newAct('withdrawn', null), untold: { kind: 'application-withdrawn', byId: actor.personId, at } },
    },
    { returnDocument: 'after' },
  ).lean<ApplicationRecord>();
  // HR decided at the same instant.
  if (!changed) throw new AppError('conflict', { current: await getApplication(actor, id) });
  settleApplication(changed, files);
  return presentApplication(actor, changed);
};
