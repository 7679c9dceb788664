import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, slugSchema } from '../../core/ids.ts';
import { TEMPLATE_KINDS } from '../templates/templates.vocabulary.ts';

export const EXPORT_FORMATS = ['docx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const DOCX_BYTES_MAX = 10 * 1024 * 1024;
const tags = ['document-exports'];

export const documentExportsContract = {
  download: oc
    .route({
      method: 'GET',
      path: '/templates/{id}/export',
      tags,
      summary: 'A model as a Word file or a PDF: its present text, or one of its versions',
      outputStructure: 'detailed',
    })
    .input(z.object({ id: idSchema, format: z.enum(EXPORT_FORMATS), version: z.coerce.number().int().min(1).optional() }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  importWord: oc
    .route({
      method: 'POST',
      path: '/clubs/{slug}/templates/imports',
      tags,
      summary: 'Begin a model with what a Word file says (multipart field `file`, .docx); answers what was not kept',
      successStatus: 201,
    })
    .input(
      z.object({
        slug: slugSchema,
        file: z.file(),
        kind: z.enum(TEMPLATE_KINDS).default('other'),
        idempotencyKey: idempotencyKeySchema.optional(),
      }),
    )
    .output(z.object({ id: idSchema, documentId: idSchema, title: z.string(), dropped: z.array(z.string()) })),
};
