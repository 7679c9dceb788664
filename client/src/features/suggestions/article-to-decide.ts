import { outlineOf } from '@beffroi/shared/collab/document-outline';
import { proposalsInArticle } from '@beffroi/shared/collab/proposals';
import type { Node } from '@tiptap/pm/model';

export interface ArticleToDecide {
  id: string;
  name: string;
  /** Suggestions waiting in it. */
  count: number;
}

/** The smallest article around a place of the text in which suggestions wait; null where there is none. */
export const articleToDecide = (doc: Node, pos: number): ArticleToDecide | null => {
  let level = Number.POSITIVE_INFINITY;
  for (const heading of outlineOf(doc).toReversed()) {
    if (heading.pos >= pos || heading.level >= level) continue;
    level = heading.level;
    const count = heading.id ? proposalsInArticle(doc, heading.id).length : 0;
    if (heading.id && count > 0) return { id: heading.id, name: `${heading.number} ${heading.text}`.trim(), count };
  }
  return null;
};
