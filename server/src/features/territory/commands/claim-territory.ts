import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canCreateTerritory } from '@beffroi/shared/features/territory/territory.policy';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { territoryState } from '../known-territory.queries.ts';
import { forgetSetupCode } from '../setup-code.ts';
import { TerritoryModel, type TerritoryPlan, type TerritoryRecord, THE_TERRITORY } from '../territory.model.ts';

interface Claim {
  siren: string;
  name: string;
  idempotencyKey: string;
}

const find = (): Promise<TerritoryRecord | null> => TerritoryModel.findById(THE_TERRITORY).lean<TerritoryRecord>().exec();

const insert = async ({ siren, name, idempotencyKey: key }: Claim, plan: TerritoryPlan | null): Promise<void> => {
  try {
    await TerritoryModel.create({ _id: THE_TERRITORY, siren, name, key, createdAt: now(), settledAt: null, plan });
  } catch (error) {
    // Somebody claimed it in the same instant: whose it is, the record says.
    if (!isDuplicate(error)) throw error;
  }
};

/**
 * Takes the territory of this instance for this request, with all that is to be created for it; the one id of its record lets
 * one request win. Claiming again by the same key gives the record that is there.
 * @param plan worked out only when nobody was here before; null when the caller creates all of it himself
 * @throws AppError `forbidden`, `territory-exists` (another request won)
 */
export const claimTerritory = async (actor: Actor, claim: Claim, plan: () => Promise<TerritoryPlan | null>): Promise<TerritoryRecord> => {
  if (!canCreateTerritory(actor)) throw new AppError('forbidden');
  if (!(await find())) {
    if ((await territoryState()) === 'open') throw new AppError('territory-exists');
    await insert(claim, await plan());
  }
  const record = await find();
  if (record?.key !== claim.idempotencyKey) throw new AppError('territory-exists');
  return record;
};

/** Has the rest of the plan carried out, unless nothing is left of it; then the territory works and the code is worth nothing any more. */
export const settleClaim = async (carryOut: (plan: TerritoryPlan) => Promise<void>): Promise<void> => {
  const record = await find();
  if (!record || record.settledAt) return;
  if (record.plan) await carryOut(record.plan);
  await TerritoryModel.updateOne({ _id: THE_TERRITORY }, { $set: { settledAt: now(), plan: null } });
  await forgetSetupCode();
  await territoryState();
};
