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

/** What was read of a Word file. */
export interface ImportedDocument {
  /** What the file itself gives as its title, if it does. */
  title: string | null;
  /** Valid for `documentSchema`. */
  content: DocumentJson;
  images: ImportedImage[];
  /** What is not there any more, or not as it was: French sentences with counts. */
  dropped: string[];
}

/** Who imports: what Word attributes to somebody is written under her account, with that somebody’s name. */
export interface Importer {
  personId: string;
}
