import { oc } from '@orpc/contract';
import { z } from 'zod';
import { slugSchema } from '../../core/ids.ts';
import { needItemSchema } from '../replacements/replacements.schemas.ts';
import { QUERY_LENGTH_MAX } from '../search/search.contract.ts';
import { vacancyItemSchema } from '../vacancies/vacancies.schemas.ts';
import { OVERVIEW_FORMATS, OVERVIEW_PERIODS, OVERVIEW_TABLES } from './exchanges.vocabulary.ts';

const count = z.number().int();
const monthly = { month: z.string() };

export const overviewSchema = z.object({
  /** Every month looked at, the first first. The last is the present one, as far as it has come. */
  months: z.array(z.string()),
  /** Half-days that were to be covered, by métier; what nobody came for. */
  needs: z.array(
    z.object({
      metier: slugSchema,
      seats: count,
      unfilled: count,
      months: z.array(z.object({ ...monthly, seats: count, unfilled: count })),
    }),
  ),
  /** From the publication of a need to its last booking, over the latest ones that were filled. */
  timeToFill: z.object({ medianMinutes: count.nullable(), needs: count }),
  vacancies: z.object({
    open: count,
    published: count,
    filled: count,
    /** From publication to « pourvue ». */
    medianDays: count.nullable(),
    months: z.array(z.object({ ...monthly, published: count, filled: count })),
  }),
  hours: z.object({
    /** Those that lent or received, in alphabetical order. */
    communes: z.array(z.object({ slug: slugSchema, name: z.string() })),
    /** `lender` is null for people from outside. */
    cells: z.array(z.object({ lender: slugSchema.nullable(), host: slugSchema, minutes: count })),
  }),
  substitutes: z.object({ agents: count, outside: count, metiers: z.array(z.object({ metier: slugSchema, count })) }),
});
export type Overview = z.infer<typeof overviewSchema>;

const period = {
  months: z.coerce
    .number()
    .pipe(z.literal([...OVERVIEW_PERIODS]))
    .default(3),
};
const tags = ['exchanges'];

const found = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), /** There are more than these. */ more: z.boolean() });

export const exchangesContract = {
  search: oc
    .route({
      method: 'GET',
      path: '/exchanges/search',
      tags: ['exchanges'],
      summary: 'Open vacancies and needs to come that hold all the words, as far as the person may read them',
    })
    .input(
      z.object({
        q: z.string().trim().min(1).max(QUERY_LENGTH_MAX),
        limit: z.coerce.number().int().min(1).max(20).default(3),
        /** While typing, the last word counts as the beginning of one. */
        typing: z.enum(['true', 'false']).optional(),
      }),
    )
    .output(z.object({ vacancies: found(vacancyItemSchema), needs: found(needItemSchema) })),
  overview: oc
    .route({
      method: 'GET',
      path: '/exchanges/overview',
      tags,
      summary: 'What the exchanges come to: needs, vacancies, hours between communes, substitutes',
    })
    .input(z.object(period))
    .output(overviewSchema),
  download: oc
    .route({
      method: 'GET',
      path: '/exchanges/overview/file',
      tags,
      summary: 'The same as a workbook, or one of its tables as CSV',
      outputStructure: 'detailed',
    })
    .input(z.object({ ...period, format: z.enum(OVERVIEW_FORMATS), table: z.enum(OVERVIEW_TABLES).default('needs') }))
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
};
