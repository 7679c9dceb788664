import { createHash } from 'node:crypto';
import { outlineOf } from '@beffroi/shared/collab/document-outline';
import type { ClauseState } from '@beffroi/shared/features/clauses/clauses.contract';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { decisionsOn } from '../suggestions/suggestions.queries.ts';
import { headingName } from './article-end.ts';
import type { ClauseRecord } from './clause.model.ts';

type Proposed = Pick<ClauseRecord, 'threadId' | 'templateId' | 'articleId' | 'again'>;

/** The name of the suggestion a clause is in the document: always the same, and another once it is proposed again. */
export const clauseProposalId = ({ threadId, templateId, articleId, again }: Proposed): string =>
  createHash('sha256')
    .update(`clause ${threadId} ${templateId} ${articleId}${again ? ` ${again}` : ''}`)
    .digest('hex')
    .slice(0, 24);

/** What became of each, from what was decided on its suggestion: nothing of it is stored with the clause. */
export const clauseStates = async (clauses: Proposed[]): Promise<(clause: Proposed) => ClauseState> => {
  const decided = await decisionsOn([...new Set(clauses.map(({ templateId }) => templateId))], clauses.map(clauseProposalId));
  return (clause) => {
    const decision = decided.get(clauseProposalId(clause));
    if (!decision) return 'proposed';
    return decision === 'accept' ? 'accepted' : 'refused';
  };
};

/** How the articles of a document are called now, by id: a number follows its place. */
export const articleNames = async (documentId: string, documents: LiveDocuments): Promise<Map<string, string>> =>
  new Map(outlineOf(contentOf(await documents.read(documentId))).flatMap((entry) => (entry.id ? [[entry.id, headingName(entry)]] : [])));

/** The name a clause’s article bears now, or bore when it stood. */
export const articleNow = ({ articleId, article }: ClauseRecord, names: Map<string, string> | undefined): string =>
  (articleId && names?.get(articleId)) || article;
