import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { subscribe } from '../../platform/events.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { soonAfter } from '../../platform/soon-after.ts';
import { ClauseModel, type ClauseRecord } from './clause.model.ts';
import { asInText, textOf } from './clause-standing.queries.ts';

/** A text being written is looked at again this often at most, where an answer was proposed in it. */
const LOOK_AGAIN_MS = 2_000;

interface Written {
  templateId: string;
  documentId: string;
}

/** Keeps with each clause of a model what its text says of it, so that a thread’s page opens none of its models. Safe to do twice. */
const followText = (documents: LiveDocuments, { templateId, documentId }: Written): Promise<void> =>
  inTurn(`clauses:${templateId}`, async () => {
    const clauses = await ClauseModel.find({ templateId }).lean<ClauseRecord[]>();
    if (clauses.length === 0) return;
    const text = await textOf(documentId, documents);
    for (const clause of clauses) {
      const { article, gone } = asInText(clause, text);
      if (article === clause.article && gone === clause.gone) continue;
      // Proposed again meanwhile, it is another suggestion that is to be looked for.
      const same = { _id: clause._id, again: clause.again ?? { $exists: false } };
      await ClauseModel.updateOne(same, { $set: { article, gone } });
    }
  });

/** What becomes of a proposal when its document is written in, without anybody deciding on it. */
export const subscribeClauses = (documents: LiveDocuments): void => {
  const name = 'look at the clauses of a model being written';
  subscribe('templates.template.written', (written) =>
    soonAfter({ name, about: written.templateId, afterMs: LOOK_AGAIN_MS }, () => followText(documents, written)),
  );
  subscribe('templates.template.changed', (changed) => followText(documents, changed));
};
