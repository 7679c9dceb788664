import { z } from 'zod';
import { idSchema, instantSchema } from '../../core/ids.ts';
import { ANNOUNCEMENT_AUDIENCES, type ThreadKind } from './forum.vocabulary.ts';

export const WATCH_LENGTH = { sourceTitle: 200, sourceUrl: 500, audience: 300, change: 1_200 } as const;
/** People named by commune among those who read an announcement, the last first; the others are asked for by pages of as many. */
export const READERS_NAMED_MAX = 50;

const written = (max: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(max, `Pas plus de ${max} caractères.`)
    // Line breaks are text here; other control characters disturb mails and logs.
    .refine((value) => !/[^\P{Cc}\n]/u.test(value), 'Ce texte contient des caractères invisibles.');

/** What a legal watch states beside its text: where it is written, from when, for whom, and what changes. */
export const watchSchema = z.object({
  sourceTitle: written(WATCH_LENGTH.sourceTitle, 'Nommez le texte\u00a0: loi, décret, arrêté, jurisprudence…'),
  sourceUrl: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'Une adresse complète, qui commence par https://' })
    .max(WATCH_LENGTH.sourceUrl, 'Cette adresse est trop longue.'),
  /** Null where it is not known yet. */
  effectiveOn: z.iso.date('Une date complète\u00a0: jour, mois, année.').nullable(),
  audience: written(WATCH_LENGTH.audience, 'Dites qui est concerné.'),
  change: written(WATCH_LENGTH.change, 'Dites en une ou deux phrases ce qui change.'),
});
export type Watch = z.infer<typeof watchSchema>;

/** What only some kinds of thread carry. */
export const kindFields = {
  watch: watchSchema.optional(),
  audience: z.enum(ANNOUNCEMENT_AUDIENCES).optional(),
};

/** Says at its field that something belongs to another kind of thread. */
export const refuseForeignFields = (
  { kind, watch, audience }: { kind: ThreadKind; watch?: unknown; audience?: unknown },
  refuse: (path: string, message: string) => void,
): void => {
  if (watch !== undefined && kind !== 'watch') refuse('watch', 'Seule une veille réglementaire porte ces informations.');
  if (audience !== undefined && kind !== 'announcement') refuse('audience', 'Seule une annonce s’adresse à tout le territoire.');
};

const readerSchema = z.object({ id: idSchema, name: z.string(), at: instantSchema });

/** Readers of one commune; `before` asks for those before them, null once there are none. */
export const readersPageSchema = z.object({ items: z.array(readerSchema), before: z.number().int().nullable() });
export type ReadersPage = z.infer<typeof readersPageSchema>;

export const receiptsSchema = z.object({
  count: z.number().int(),
  /** Whether the reader is counted among them. */
  read: z.boolean(),
  /** By commune, those nobody read in first; null but for the author and who animates the club. */
  communes: z
    .array(
      z.object({
        /** Null: people who serve no commune. */
        commune: z.object({ slug: z.string(), name: z.string() }).nullable(),
        count: z.number().int(),
        people: z.array(readerSchema),
      }),
    )
    .nullable(),
});
export type Receipts = z.infer<typeof receiptsSchema>;
