import { DOCUMENT_FRAGMENT, documentExtensions } from '@beffroi/shared/collab/document-schema';
import type { AnyExtension, Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extension-placeholder';
import { PendingImages } from '../pending-images.ts';
import { ArticleNumbers } from './article-numbers.ts';
import { carets } from './carets.ts';
import { FindInDocument } from './find-in-document.ts';
import { HeadingIds } from './heading-ids.ts';
import { LeaveByTab } from './leave-by-tab.ts';
import { LightBinding } from './light-binding.ts';
import type { LiveDocument } from './live-document.ts';
import { type Direction, MoveBlock } from './move-block.ts';
import type { CaretUser } from './people-here.ts';
import { ReadCaret } from './read-caret.ts';
import { ReadingCaret } from './reading-caret.ts';
import { TypedTypography } from './typed-typography.ts';

interface Behaviour {
  live: LiveDocument;
  me: CaretUser;
  slashMenu: AnyExtension;
  onFind: () => void;
  onMove: (direction: Direction, moved: boolean) => void;
  /** What other parts of the product add: proposals, comments. */
  added: Extensions;
}

/** The schema of documents with what the editor does with it. */
export const liveExtensions = ({ live, me, slashMenu, onFind, onMove, added }: Behaviour): Extensions => [
  ...documentExtensions(),
  Collaboration.configure({ document: live.doc, field: DOCUMENT_FRAGMENT }),
  LightBinding,
  ReadCaret,
  ReadingCaret,
  ...carets(live.provider.awareness, me),
  ArticleNumbers,
  HeadingIds,
  MoveBlock.configure({ onMove }),
  FindInDocument.configure({ onOpen: onFind }),
  TypedTypography,
  LeaveByTab,
  PendingImages,
  slashMenu,
  Placeholder.configure({
    placeholder: ({ node }) => (node.type.name === 'heading' ? 'Titre de l’article' : 'Écrivez, ou tapez / pour insérer'),
  }),
  ...added,
];
