import type { Actor } from '@beffroi/shared/core/actor';
import { setBookmark } from '../features/bookmarks/commands/set-bookmark.ts';
import { clubTags } from '../features/clubs/clubs.queries.ts';
import { setTags } from '../features/clubs/commands/set-tags.ts';
import { createFiche } from '../features/fiches/commands/create-fiche.ts';
import { atInstant } from '../platform/clock.ts';
import { parseMessage } from '../platform/markup/message-markup.ts';
import type { Cast } from './cast.ts';
import { type DemoThread, demoFiches, demoPeople, demoTags } from './content.ts';
import { writtenAt } from './office-hours.ts';

const DAY_MS = 86_400_000;
/** Who puts aside what became a fiche. */
const KEEPER = 'responsable-urbanisme@anzin';
const TAGS_MAX = 3;
/** Long enough ago for nobody to be rung at when the demonstration starts. */
const MADE_DAYS_AGO = 0.4;

/** Gives a club its tags, by the hand of who animates it; one that has some keeps them. */
export const loadTags = async (cast: Cast, slug: string): Promise<void> => {
  const names = Object.keys(demoTags[slug] ?? {});
  const animator = demoPeople.find(({ pilot }) => pilot.includes(slug)) ?? demoPeople.find(({ roles }) => roles.includes('administrator'));
  const actor = cast.actorOf(animator?.key ?? '');
  const { items, version } = await clubTags(actor, slug);
  if (names.length > 0 && items.length === 0) await setTags(actor, { slug, items: names.map((name) => ({ name })), version });
};

/** The club's tags its title calls for. */
export const tagsOf = async (actor: Actor, slug: string, title: string): Promise<string[]> => {
  const words = demoTags[slug] ?? {};
  const { items } = await clubTags(actor, slug);
  const fits = items.filter(({ name }) => new RegExp(words[name] ?? '(?!)', 'iu').test(title));
  return fits.slice(0, TAGS_MAX).map((tag) => tag.slug);
};

/** Makes the fiche the content makes of this thread, if any; made again, it is the one there is. */
export const loadFiche = async (cast: Cast, slug: string, thread: DemoThread, threadId: string, idempotencyKey: string): Promise<void> => {
  const fiche = demoFiches.find((one) => one.thread === thread.title);
  const answer = thread.replies.find(({ accepted }) => accepted);
  if (!fiche || !answer) return;
  const body = parseMessage(answer.body, () => ({ id: '', label: '' }));
  const { title, reviewOn } = fiche;
  const at = writtenAt(Date.now() - Math.max(thread.daysAgo - 3, MADE_DAYS_AGO) * DAY_MS);
  await atInstant(at, () => createFiche(cast.actorOf(fiche.by), { slug, threadId, title, body, reviewOn, idempotencyKey }));
  await setBookmark(cast.actorOf(KEEPER), threadId, true);
};
