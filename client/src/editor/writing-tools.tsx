import type { RichText } from '@beffroi/shared/core/rich-text';
import { createContext, use } from 'react';

export interface StoredImage {
  src: string;
  width: number;
  height: number;
}

/** One thing being written, kept on this computer until it is sent. */
export interface Draft<T> {
  /** What was found when the page opened; null when nothing was. */
  found: T | null;
  /** When it was last written, ISO 8601; null when nothing was found. */
  foundAt: string | null;
  /** Keeps the present state, shortly after the last keystroke; null keeps nothing any more. */
  save: (value: T | null) => void;
  /** Forgets it at once: it was sent, or the writer wants it gone. */
  clear: () => void;
}

/** What every place where one writes needs, given by the page so that no feature depends on another. */
export interface WritingTools {
  useDraft: <T>(key: string) => Draft<T>;
  /** @throws an error whose `message` is a French sentence. */
  uploadImage: (clubSlug: string, file: File) => Promise<StoredImage>;
}

const Tools = createContext<WritingTools | null>(null);

export const WritingToolsProvider = Tools.Provider;

/** @throws when no page gave the tools, which is a programming error. */
export const useWritingTools = (): WritingTools => {
  const tools = use(Tools);
  if (!tools) throw new Error('No WritingToolsProvider above');
  return tools;
};

/** A text as one writes it: null while it says nothing. */
export type WrittenText = RichText | null;
