import { DOCUMENT_FRAGMENT, documentSchema } from '@beffroi/shared/collab/document-schema';
import type { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';
import { openDocument } from './opened-document.ts';

/** What a live document says, as a ProseMirror document; one empty paragraph where nothing was written yet. */
export const contentOf = (doc: Doc): Node => {
  const fragment = doc.getXmlFragment(DOCUMENT_FRAGMENT);
  if (fragment.length === 0) return documentSchema.topNodeType.createAndFill() as Node;
  return yXmlFragmentToProseMirrorRootNode(fragment, documentSchema);
};

/** Makes a live document say this, changing only what differs: carets, comments and what others write meanwhile keep their places. */
export const writeContent = (doc: Doc, content: Node): void => openDocument(doc).write(content);
