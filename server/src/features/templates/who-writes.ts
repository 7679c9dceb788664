import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { now } from '../../platform/clock.ts';
import { refsOf } from '../accounts/accounts.queries.ts';
import type { TemplateRecord } from './template.model.ts';

const SHOWN = 5;
/** Whoever wrote no longer ago than this, and still has the page open, is writing: one stops to think, not to go to lunch. */
const WRITES_MS = 5 * 60_000;

/** Who has a model open to write: those who wrote lately, and the others. */
export interface AtWork {
  writing: PersonRef[];
  opened: PersonRef[];
}
export const NOBODY_AT_WORK: AtWork = { writing: [], opened: [] };

type Watched = Pick<TemplateRecord, 'documentId' | 'wroteAt'>;

/** Who is at work in each of these models, the first few, by document: one command, none while nobody is. */
export const whoWrites = async (documents: LiveDocuments, templates: readonly Watched[]): Promise<Map<string, AtWork>> => {
  const since = now().getTime() - WRITES_MS;
  const present = documents.present(templates.map(({ documentId }) => documentId));
  const found = templates.map(({ documentId, wroteAt = {} }) => {
    const people = (present.get(documentId) ?? []).filter(({ level }) => level === 'write').map(({ personId }) => personId);
    const wrote = (id: string) => (wroteAt[id]?.getTime() ?? 0) > since;
    const [writing, opened] = [people.filter(wrote), people.filter((id) => !wrote(id))];
    return { documentId, writing: writing.slice(0, SHOWN), opened: opened.slice(0, SHOWN) };
  });
  const ids = [...new Set(found.flatMap(({ writing, opened }) => [...writing, ...opened]))];
  const refs = new Map((ids.length > 0 ? await refsOf(ids) : []).map((ref) => [ref.id, ref]));
  const named = (people: string[]) => people.flatMap((id) => refs.get(id) ?? []);
  return new Map(found.map(({ documentId, writing, opened }) => [documentId, { writing: named(writing), opened: named(opened) }]));
};
