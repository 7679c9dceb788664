import { createHash } from 'node:crypto';
import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import type { ClauseState } from '@beffroi/shared/features/clauses/clauses.contract';
import type { DecisionTaken } from '@beffroi/shared/features/suggestions/suggestions.contract';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { decisionsOn } from '../suggestions/suggestions.queries.ts';
import { headingName } from './article-end.ts';
import type { ClauseRecord } from './clause.model.ts';

type Proposed = Pick<ClauseRecord, 'threadId' | 'templateId' | 'articleId' | 'again' | 'gone'>;

/** The name of the suggestion a clause is in the document: always the same, and another once it is proposed again. */
export const clauseProposalId = ({ threadId, templateId, articleId, again }: Omit<Proposed, 'gone'>): string =>
  createHash('sha256')
    .update(`clause ${threadId} ${templateId} ${articleId}${again ? ` ${again}` : ''}`)
    .digest('hex')
    .slice(0, 24);

const BY_DECISION: Record<DecisionTaken['decision'], ClauseState> = { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' };

/** What became of each, from what was decided on its suggestion; without a decision, from what its text last said. */
export const clauseStates = async (clauses: Proposed[]): Promise<(clause: Proposed) => ClauseState> => {
  const decided = await decisionsOn([...new Set(clauses.map(({ templateId }) => templateId))], clauses.map(clauseProposalId));
  return (clause) => {
    const decision = decided.get(clauseProposalId(clause));
    if (decision) return BY_DECISION[decision];
    return clause.gone ? 'withdrawn' : 'proposed';
  };
};

/** What a document says of the clauses proposed in it. */
export interface ClauseText {
  /** How its articles are called, by id: a number follows its place. */
  names: Map<string, string>;
  /** The suggestions that stand in it. */
  standing: Set<string>;
}

/** Reads it in a document as it stands at this instant. */
export const textOf = async (documentId: string, documents: LiveDocuments): Promise<ClauseText> => {
  const content = contentOf(await documents.read(documentId));
  return {
    names: new Map(outlineOf(content).flatMap((entry) => (entry.id ? [[entry.id, headingName(entry)]] : []))),
    standing: new Set(proposalsOf(content).map(({ id }) => id)),
  };
};

/** A clause as its text has it: where the article is gone, it keeps the name it bore. */
export const asInText = <T extends Proposed & Pick<ClauseRecord, 'article'>>(clause: T, { names, standing }: ClauseText) => ({
  ...clause,
  article: (clause.articleId && names.get(clause.articleId)) || clause.article,
  gone: !standing.has(clauseProposalId(clause)),
});
