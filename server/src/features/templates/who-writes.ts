import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { refsOf } from '../accounts/accounts.queries.ts';

const SHOWN = 5;

/** Who has each of these documents open to write, the first few: one command, none while nobody has. */
export const whoWrites = async (documents: LiveDocuments, documentIds: readonly string[]): Promise<Map<string, PersonRef[]>> => {
  const writers = new Map<string, string[]>();
  for (const [documentId, people] of documents.present(documentIds)) {
    const ids = [...new Set(people.filter(({ level }) => level === 'write').map(({ personId }) => personId))].slice(0, SHOWN);
    if (ids.length > 0) writers.set(documentId, ids);
  }
  const ids = [...new Set([...writers.values()].flat())];
  const refs = new Map((ids.length > 0 ? await refsOf(ids) : []).map((ref) => [ref.id, ref]));
  return new Map([...writers].map(([documentId, people]) => [documentId, people.flatMap((id) => refs.get(id) ?? [])]));
};
