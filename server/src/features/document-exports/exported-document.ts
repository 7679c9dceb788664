import type { Node } from '@tiptap/pm/model';

export interface ExportedImage {
  data: Uint8Array;
  /** Its type as its bytes tell it: `image/png`. */
  type: string;
  width: number;
  height: number;
}

interface Said {
  author: string;
  /** Its author’s name is one a Word file gave: nobody of Beffroi is known to bear it. */
  imported?: boolean;
  /** An ISO instant. */
  at: string;
  text: string;
}

/** A comment and what was answered to it; `from` and `to` are positions in the content. */
export interface ExportedComment extends Said {
  id: string;
  from: number;
  to: number;
  replies: Said[];
  resolved: boolean;
}

/** All that is needed to write a document out, whatever the format. */
export interface ExportedDocument {
  /** A document of `documentSchema`. */
  content: Node;
  title: string;
  /** « CCAP », « Délibération »… */
  kindLabel: string;
  /** « Brouillon », « En relecture », « Validé v2 ». */
  stateLabel: string;
  /** A draft bears a watermark. */
  draft: boolean;
  clubName: string;
  /** Of the version written out: an ISO instant. */
  date: string;
  comments: ExportedComment[];
  /** False where a list of contents would be longer to read than to leaf through: a short document to sign. */
  contents?: boolean;
  /** Where Beffroi answers, so that links to its own pages work from a file: `https://extranet.example`. */
  origin?: string;
  images: (src: string) => Promise<ExportedImage | null>;
}

/** A document whose images were read: what follows is computed without waiting. */
export interface LoadedDocument extends Omit<ExportedDocument, 'images'> {
  images: ReadonlyMap<string, ExportedImage>;
}
