import { parseDocument } from '../platform/markup/document-markup.ts';
import type { DocumentNode } from '../platform/markup/document-node.ts';
import { typeset } from '../platform/markup/typeset.ts';

/** Words proposed in place of others; none, and the quote is proposed to go. */
export interface DemoSuggestion {
  /** Stands once in the document, in one block. */
  quote: string;
  replacement: string;
  byKey: string;
}
export interface DemoComment {
  /** Stands once in the document, in one block. */
  quote: string;
  text: string;
  byKey: string;
  replies?: { text: string; byKey: string }[];
  resolved?: boolean;
}
interface DemoModelFacts {
  key: string;
  clubSlug: string;
  kind: 'ccap' | 'cctp' | 'rc' | 'ae' | 'agreement' | 'deliberation' | 'letter' | 'note';
  title: string;
  summary: string;
  tags: string[];
  state: 'draft' | 'review' | 'validated';
  suggestions?: DemoSuggestion[];
  comments?: DemoComment[];
}
/** A model document of the demonstration. */
export interface DemoModel extends DemoModelFacts {
  readonly content: DocumentNode;
}

const typesetAll = <T>(value: T): T => {
  if (typeof value === 'string') return typeset(value) as T;
  if (Array.isArray(value)) return value.map(typesetAll) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'byKey' ? item : typesetAll(item)])) as T;
};

/** A model written in markup; its text is parsed when it is asked for, and not where there is no demonstration. */
export const demoModel = ({ markup, suggestions, comments, ...facts }: DemoModelFacts & { markup: string }): DemoModel => ({
  ...facts,
  title: typeset(facts.title),
  summary: typeset(facts.summary),
  ...(suggestions && { suggestions: typesetAll(suggestions) }),
  ...(comments && { comments: typesetAll(comments) }),
  get content() {
    return parseDocument(markup);
  },
});
