/** A node of a document in the JSON of ProseMirror. */
export interface DocumentJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentJson[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export interface ImportedImage {
  data: Uint8Array;
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** What stands for its address in the content until it is deposited. */
  placeholder: string;
}

/** What somebody said in Word, under the name Word knew her by. */
export interface CommentedInWord {
  author: string;
  /** An ISO instant; null where the file gives none that can be. */
  at: string | null;
  text: string;
}

/** A comment and what was answered to it; `from` and `to` are positions in the content. */
export interface ImportedComment extends CommentedInWord {
  from: number;
  to: number;
  replies: CommentedInWord[];
  resolved: boolean;
}

/** What was read of a Word file. */
export interface ImportedDocument {
  /** What the file itself gives as its title, if it does. */
  title: string | null;
  /** Valid for `documentSchema`. */
  content: DocumentJson;
  images: ImportedImage[];
  /** In the order they were made. */
  comments: ImportedComment[];
  /** What is not there any more, or not as it was: French sentences with counts. */
  dropped: string[];
}

/** Who imports: what Word attributes to somebody is written under her account, with that somebody’s name. */
export interface Importer {
  personId: string;
}
