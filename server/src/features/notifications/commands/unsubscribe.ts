import type { NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { SettingsModel } from '../notification-settings.model.ts';

/** No more mails of this kind, in any club; one is still told here. Done twice, it stays done. */
export const unsubscribe = async (personId: string, kind: NotificationKind): Promise<void> => {
  await SettingsModel.updateOne({ _id: personId }, { $setOnInsert: { kinds: [], exceptions: [], mailsPerDay: null } }, { upsert: true });
  await SettingsModel.updateOne({ _id: personId }, { $pull: { kinds: { kind }, exceptions: { kind, channel: 'mail' } } });
  await SettingsModel.updateOne({ _id: personId, 'kinds.kind': { $ne: kind } }, { $push: { kinds: { kind, channel: 'bell' } } });
};
