import type { Actor } from '@beffroi/shared/core/actor';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import { MAILS_PER_DAY, type NotificationSettings } from '@beffroi/shared/features/notifications/notifications.contract';
import {
  type Channel,
  DEFAULT_CHANNEL,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { SettingsModel, type SettingsRecord } from './notification-settings.model.ts';

/** What these people chose, by person; one command. Who chose nothing is not in it. */
export const settingsOf = async (personIds: string[]): Promise<Map<string, SettingsRecord>> => {
  const found = await SettingsModel.find({ _id: { $in: personIds } }).lean<SettingsRecord[]>();
  return new Map(found.map((settings) => [settings._id, settings]));
};

/** How a person is told of a kind in a club: the club's exception, else her choice, else as usual. */
export const channelFor = (settings: SettingsRecord | undefined, kind: NotificationKind, clubId: string): Channel =>
  settings?.exceptions.find((exception) => exception.kind === kind && exception.clubId === clubId)?.channel ??
  settings?.kinds.find((choice) => choice.kind === kind)?.channel ??
  DEFAULT_CHANNEL[kind];

export const mailsPerDay = (settings: SettingsRecord | undefined): number => settings?.mailsPerDay ?? MAILS_PER_DAY.usual;

/** The person's choices, whole; exceptions of clubs she may not know of any more are not named. */
export const readSettings = async (actor: Actor): Promise<NotificationSettings> => {
  const settings = (await settingsOf([actor.personId])).get(actor.personId);
  return {
    kinds: NOTIFICATION_KINDS.map((kind) => ({ kind, channel: channelFor(settings, kind, '') })),
    exceptions: (settings?.exceptions ?? []).flatMap(({ clubId, kind, channel }) => {
      const club = knownClub(clubId);
      return club && canSeeCard(actor, club) ? [{ club: { slug: club.slug, name: club.name }, kind, channel }] : [];
    }),
    mailsPerDay: mailsPerDay(settings),
  };
};
