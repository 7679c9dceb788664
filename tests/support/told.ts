import { expect } from 'vitest';
import { hasUnsettled } from '../../server/src/features/forum/settle.ts';
import { NotificationJobModel } from '../../server/src/platform/notify.ts';

/** Resolves once everybody was told of what was written so far. */
export const allTold = (): Promise<void> =>
  expect.poll(async () => (await hasUnsettled()) || Boolean(await NotificationJobModel.exists({ pending: true }))).toBe(false);
