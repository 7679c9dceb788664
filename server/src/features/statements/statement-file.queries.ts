import type { Actor } from '@beffroi/shared/core/actor';
import type { Statement } from '@beffroi/shared/features/statements/statements.contract';
import type { StatementFormat } from '@beffroi/shared/features/statements/statements.vocabulary';
import { now } from '../../platform/clock.ts';
import { writeCsv } from '../../platform/tables/write-csv.ts';
import { writeXlsx, XLSX_TYPE } from '../../platform/tables/write-xlsx.ts';
import { documentFile, documentName, type FileAnswer, fileAnswer } from '../document-exports/document-files.queries.ts';
import { statementDocument } from './statement-document.ts';
import { statementTable, statementTables } from './statement-table.ts';
import { getStatement } from './statements.queries.ts';

const monthOf = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' });
/** « novembre 2026 » */
const monthInWords = (month: string): string => monthOf.format(new Date(`${month}-15T12:00:00Z`));

const asPdf = (statement: Statement, name: string): Promise<FileAnswer> =>
  documentFile(
    {
      content: statementDocument(statement),
      title: `Relevé des remplacements, ${monthInWords(statement.month)}`,
      kindLabel: 'Relevé mensuel',
      stateLabel: statement.totals.toConfirm > 0 ? 'Provisoire' : 'Toutes heures confirmées',
      draft: false,
      clubName: statement.commune.name,
      date: now().toISOString(),
      comments: [],
      contents: false,
      images: async () => null,
    },
    'pdf',
    name,
  );

/** A statement as a file. @throws AppError `not-found`, `forbidden`, `unavailable` */
export const statementFile = async (
  actor: Actor,
  { format, ...wanted }: { slug: string; month: string; format: StatementFormat },
): Promise<FileAnswer> => {
  const statement = await getStatement(actor, wanted);
  const name = documentName(`Relevé ${statement.commune.name}`, monthInWords(statement.month), format);
  if (format === 'csv') return fileAnswer(writeCsv(statementTable(statement)), name, 'text/csv;charset=utf-8');
  if (format === 'xlsx') return fileAnswer(await writeXlsx(statementTables(statement)), name, XLSX_TYPE);
  return asPdf(statement, name);
};
