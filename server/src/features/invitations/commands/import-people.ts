import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { ImportModel } from '../import.model.ts';
import { planImport } from '../plan-import.ts';

const CHANGED = 'Quelque chose a changé depuis l’aperçu\u00a0: relisez-le avant de confirmer.';

/**
 * Confirms a file: writes one durable document that is carried out in the background, exactly as the dry run showed.
 * @throws AppError `forbidden`, `invalid-input`, `conflict` with the plan as it stands now
 */
export const importPeople = async (
  actor: Actor,
  { hash, ...file }: { csv: string; commune?: string | undefined; hash: string },
): Promise<{ lines: number }> => {
  const { plan, confirmed } = await planImport(actor, file);
  if (plan.hash !== hash) throw new AppError('conflict', { detail: CHANGED, current: plan });
  const { id, name } = await personRef(actor.personId);
  try {
    if (confirmed.length > 0) await ImportModel.create({ by: { id, name }, hash, at: now(), lines: confirmed, done: 0, pending: true });
  } catch (error) {
    // A double click: the same file is being carried out.
    if (!isDuplicate(error)) throw error;
  }
  await publish('invitations.work.queued', {});
  return { lines: confirmed.length };
};
