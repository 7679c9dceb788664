import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { logger } from '../../platform/logger.ts';
import { markDone, wasDone } from '../../platform/milestones.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { followFiche, followTemplate } from './search.subscriptions.ts';
import { SearchEntryModel } from './search-entry.model.ts';

/** Another name whenever what they are found by changes: those indexed before are indexed once more. */
const DONE = 'models and fiches found by what they are';
const AT_A_TIME = 100;
const LOOK_EVERY_MS = 3_600_000;

/** The things of one kind that are found, by id, in portions. */
async function* found(kind: 'fiche' | 'template'): AsyncGenerator<string> {
  for (let after = `${kind}:`; ; ) {
    const entries = await SearchEntryModel.find({ _id: { $gt: after, $lt: `${kind};` } }, { refId: 1 })
      .sort({ _id: 1 })
      .limit(AT_A_TIME)
      .lean();
    for (const { refId } of entries) yield refId;
    const last = entries.at(-1);
    if (!last) return;
    after = last._id;
  }
}

/** Has every model and fiche found by what it is. Once a territory; interrupted, it begins anew, and twice does no harm. */
export const renewEntries = async (documents: LiveDocuments, goOn: () => boolean = () => true): Promise<void> => {
  if (await wasDone(DONE)) return;
  for await (const ficheId of found('fiche')) {
    if (!goOn()) return;
    await followFiche({ ficheId });
  }
  for await (const templateId of found('template')) {
    if (!goOn()) return;
    await followTemplate(documents, templateId);
  }
  logger.info('models and fiches are found by what they are');
  await markDone(DONE);
};

/** Renews in the background from the start on; gives back how to stop. */
export const startRenewingEntries = (documents: LiveDocuments): (() => Promise<void>) =>
  startRecurring({
    name: 'renew what models and fiches are found by',
    everyMs: LOOK_EVERY_MS,
    work: (goOn) => renewEntries(documents, goOn),
    atOnce: true,
  });
