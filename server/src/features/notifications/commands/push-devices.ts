import { createHash } from 'node:crypto';
import type { Actor } from '@beffroi/shared/core/actor';
import { DEVICES_MAX } from '@beffroi/shared/features/notifications/notifications.contract';
import { now } from '../../../platform/clock.ts';
import { PushDeviceModel } from '../push-device.model.ts';

interface NewDevice {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');

/** Shows what the person is told on this browser too. Whoever had it before has it no more: it is hers who is signed in. */
export const addDevice = async ({ personId }: Actor, { endpoint, keys }: NewDevice): Promise<{ endpoint: string }> => {
  await PushDeviceModel.updateOne({ _id: idOf(endpoint) }, { $set: { personId, endpoint, keys, since: now() } }, { upsert: true });
  // The oldest give way: browsers that were reset leave their devices behind.
  const beyond = await PushDeviceModel.find({ personId }, { _id: 1 }).sort({ since: -1 }).skip(DEVICES_MAX).lean();
  if (beyond.length > 0) await PushDeviceModel.deleteMany({ _id: { $in: beyond.map(({ _id }) => _id) } });
  return { endpoint };
};

/** Shows nothing more on this browser; one that is not hers is left alone. */
export const removeDevice = async ({ personId }: Actor, { endpoint }: { endpoint: string }): Promise<{ endpoint: string }> => {
  await PushDeviceModel.deleteOne({ _id: idOf(endpoint), personId });
  return { endpoint };
};
