import { DOCUMENT_FRAGMENT, documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type { Doc, XmlFragment } from 'yjs';

/** A live document read once and written part by part: what a change does not touch keeps its places, and those of comments. */
export interface OpenedDocument {
  fragment: XmlFragment;
  content: Node;
  write: (content: Node) => void;
}

export const openDocument = (doc: Doc): OpenedDocument => {
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  const { doc: content, meta } = initProseMirrorDoc(fragment, documentSchema);
  return { fragment, content, write: (next) => doc.transact(() => updateYFragment(doc, fragment, next, meta)) };
};
