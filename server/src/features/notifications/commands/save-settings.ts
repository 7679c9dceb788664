import type { Actor } from '@beffroi/shared/core/actor';
import type { NotificationSettings } from '@beffroi/shared/features/notifications/notifications.contract';
import type { Channel, NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { visibleClub } from '../../clubs/known-clubs.queries.ts';
import { SettingsModel } from '../notification-settings.model.ts';
import { readSettings } from '../notification-settings.queries.ts';

interface ChosenSettings {
  kinds: { kind: NotificationKind; channel: Channel }[];
  exceptions: { club: string; kind: NotificationKind; channel: Channel }[];
  mailsPerDay: number;
}

/** Keeps what the person chose. @throws AppError `not-found` when an exception names a club she may not know of */
export const saveSettings = async (actor: Actor, { kinds, exceptions, mailsPerDay }: ChosenSettings): Promise<NotificationSettings> => {
  // The last word on the same thing is the one that counts.
  const byKind = new Map(kinds.map((choice) => [choice.kind, choice]));
  const byPlace = new Map(
    exceptions.map(({ club, kind, channel }) => [`${club}:${kind}`, { clubId: visibleClub(actor, club).id, kind, channel }]),
  );
  const chosen = { kinds: [...byKind.values()], exceptions: [...byPlace.values()], mailsPerDay };
  await SettingsModel.updateOne({ _id: actor.personId }, { $set: chosen }, { upsert: true });
  return readSettings(actor);
};
