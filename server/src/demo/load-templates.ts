import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Actor } from '@beffroi/shared/core/actor';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { Node } from '@tiptap/pm/model';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import { changeState } from '../features/templates/commands/change-state.ts';
import { createTemplate } from '../features/templates/commands/create-template.ts';
import { DocumentVersionModel } from '../features/templates/document-version.model.ts';
import { keepQuietVersions } from '../features/templates/follow-writing.ts';
import { keepVersion } from '../features/templates/keep-version.ts';
import { TemplateModel, type TemplateRecord } from '../features/templates/template.model.ts';
import { atInstant } from '../platform/clock.ts';
import type { Cast } from './cast.ts';
import { demoModels } from './content/models/models.ts';
import { demoPeople } from './content.ts';
import type { DemoModel } from './demo-model.ts';
import { loadDebate, withSuggestions } from './load-debate.ts';

const DAY_MS = 86_400_000;
/** When each model was begun, in days: one after the other, so that a list has an order. */
const BEGUN_DAYS_AGO = [48, 97, 12, 88, 34, 6] as const;

/** The states on the way to one, in order. */
const WAY: Record<DemoModel['state'], { to: TemplateState; note: string }[]> = {
  draft: [],
  review: [{ to: 'review', note: 'À relire avant la prochaine rencontre du club.' }],
  validated: [
    { to: 'review', note: '' },
    { to: 'validated', note: 'Validé en rencontre de club.' },
  ],
};

const pilotOf = (cast: Cast, slug: string): Actor => {
  const pilot = demoPeople.find(({ pilot }) => pilot.includes(slug));
  if (!pilot) throw new Error(`no pilot in the demonstration's club ${slug}`);
  return cast.actorOf(pilot.key);
};

/** What there was before the last article was written. */
const firstWriting = (content: Node): Node => {
  const last = outlineOf(content).findLast(({ level }) => level === 1);
  return last && last.pos > 0 ? content.cut(0, last.pos) : content;
};

/** Goes on from the state it is in: the loading may have been interrupted. */
const bringTo = async (pilot: Actor, template: Template, state: DemoModel['state'], documents: LiveDocuments): Promise<void> => {
  const steps = WAY[state];
  let { version } = template;
  for (const { to, note } of steps.slice(steps.findIndex(({ to }) => to === template.state) + 1))
    ({ version } = await changeState(pilot, { id: template.id, to, version, note }, documents));
};

const loadTemplate = async (cast: Cast, model: DemoModel, daysAgo: number, documents: LiveDocuments): Promise<void> => {
  const { key, clubSlug: slug, kind, title, summary, tags, state } = model;
  const pilot = pilotOf(cast, slug);
  const content = documentSchema.nodeFromJSON(model.content);
  const template = await atInstant(new Date(Date.now() - daysAgo * DAY_MS), async () => {
    const begun = await createTemplate(
      pilot,
      { slug, kind, title, summary, tags, idempotencyKey: `demo:${key}` },
      documents,
      await withSuggestions(cast, model, content),
    );
    if (begun.state === 'draft' && state !== 'draft') {
      const record = await TemplateModel.findById(begun.id).orFail().lean<TemplateRecord>();
      if (!(await DocumentVersionModel.exists({ templateId: record._id })))
        await keepVersion(record, documents, { origin: 'named', by: begun.createdBy, name: 'Première rédaction' }, firstWriting(content));
    }
    return begun;
  });
  await atInstant(new Date(Date.now() - (daysAgo / 3) * DAY_MS), () => bringTo(pilot, template, state, documents));
  await loadDebate(cast, { id: template.id, documentId: template.documentId, model }, documents);
};

/** The models the clubs wrote, each with its versions and the decisions about it. */
export const loadTemplates = async (cast: Cast, documents: LiveDocuments): Promise<void> => {
  for (const [index, model] of demoModels.entries()) await loadTemplate(cast, model, BEGUN_DAYS_AGO[index] ?? 20, documents);
  await keepQuietVersions(documents);
};
