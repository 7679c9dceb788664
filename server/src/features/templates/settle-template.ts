import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { publish } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { keepValidatedVersion } from './keep-version.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** Closes or opens the room as the state now says, keeps the text that was validated, and tells search and readers. */
export const settleTemplate = async (template: TemplateRecord, documents: LiveDocuments): Promise<void> => {
  const { _id, documentId, clubId, version, unsettled } = template;
  await publish('collab.recheck', { documentId });
  if (template.state === 'validated') await keepValidatedVersion(template, documents);
  await publish('templates.template.changed', { templateId: _id.toHexString(), documentId, clubId, version });
  await TemplateModel.updateOne({ _id, unsettled }, { $unset: { unsettled: 1 } });
};

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepTemplates = async (documents: LiveDocuments, { all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const templates = await TemplateModel.find({ unsettled: overdue }).limit(1_000).lean<TemplateRecord[]>();
  // One that cannot be settled is tried again the next time, and keeps none of those after it from being settled.
  for (const template of templates)
    await settleTemplate(template, documents).catch((err: unknown) =>
      logger.error({ err, templateId: template._id.toHexString() }, 'model not settled'),
    );
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingTemplates = (documents: LiveDocuments): (() => Promise<void>) =>
  startRecurring({ name: 'sweep templates', everyMs: SWEEP_EVERY_MS, work: () => sweepTemplates(documents) });
