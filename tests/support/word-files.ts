import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { ExportedComment } from '../../server/src/features/document-exports/exported-document.ts';
import { toDocx } from '../../server/src/features/document-exports/to-docx.ts';
import { type Answer, type Session, send } from './api-client.ts';

/** A Word file as somebody's Word could have written it, with this text. */
export const wordFile = (
  content: object[],
  images: (src: string) => Promise<Uint8Array | null> = async () => null,
  comments: ExportedComment[] = [],
): Promise<Buffer> =>
  toDocx({
    content: documentSchema.nodeFromJSON({ type: 'doc', content }),
    title: 'Règlement de la consultation',
    kindLabel: 'Règlement',
    stateLabel: 'Brouillon',
    draft: true,
    clubName: 'Ailleurs',
    date: '2026-11-28T10:00:00.000Z',
    comments,
    images: async (src) => {
      const data = await images(src);
      return data && { data, type: 'image/png', width: 8, height: 8 };
    },
  });

/** Sends a file to be made a model of this club. */
export const importFile = (
  session: Session,
  slug: string,
  bytes: Uint8Array,
  fields: Record<string, string> = {},
  name = 'consultation.docx',
): Promise<Answer> => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new File([new Uint8Array(bytes)], name, { type: 'application/octet-stream' }));
  return send(session, `/api/clubs/${slug}/templates/imports`, { method: 'POST', body: form });
};
