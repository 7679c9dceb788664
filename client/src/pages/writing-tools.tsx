import type { ReactNode } from 'react';
import { type WritingTools, WritingToolsProvider } from '../editor/writing-tools.tsx';
import { useDraft } from '../features/drafts/use-draft.ts';
import { uploadImage } from '../features/images/upload-image.ts';

const TOOLS: WritingTools = { useDraft, uploadImage };

/** Gives every editor under it its drafts and its images. */
export function Writing({ children }: { children: ReactNode }) {
  return <WritingToolsProvider value={TOOLS}>{children}</WritingToolsProvider>;
}
