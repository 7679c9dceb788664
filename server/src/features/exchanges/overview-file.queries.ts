import type { Actor } from '@beffroi/shared/core/actor';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import {
  OVERVIEW_TABLE_LABEL,
  OVERVIEW_TABLES,
  type OverviewFormat,
  type OverviewPeriod,
  type OverviewTable,
} from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import type { Table, TableColumn } from '../../platform/tables/table.ts';
import { writeCsv } from '../../platform/tables/write-csv.ts';
import { writeXlsx, XLSX_TYPE } from '../../platform/tables/write-xlsx.ts';
import { documentName, type FileAnswer, fileAnswer } from '../document-exports/document-files.queries.ts';
import { getOverview } from './exchanges.queries.ts';

const text = (label: string, width = 28): TableColumn => ({ label, kind: 'text', width });
const number = (label: string, width = 12): TableColumn => ({ label, kind: 'number', width });

const needs = ({ needs }: Overview): Omit<Table, 'name'> => ({
  columns: [text('Métier', 34), text('Mois', 10), number('Demi-journées à couvrir', 16), number('Pourvues'), number('Non pourvues')],
  rows: needs.flatMap(({ metier, months }) =>
    months.map(({ month, seats, unfilled }) => [metierLabel(metier), month, seats, seats - unfilled, unfilled]),
  ),
});

/** The whole matrix: who lends by line, who receives by column. */
const hours = ({ hours: { communes, cells } }: Overview): Omit<Table, 'name'> => {
  const minutes = new Map(cells.map(({ lender, host, minutes: value }) => [`${lender ?? ''}>${host}`, value]));
  const lenders = [...communes.map(({ slug, name }) => ({ key: slug, name })), { key: '', name: 'Hors collectivités' }];
  return {
    columns: [
      text('Commune d’origine \\ d’accueil', 26),
      ...communes.map(({ name }) => ({ label: name, kind: 'hours' as const, width: 11 })),
    ],
    rows: lenders.map(({ key, name }) => [name, ...communes.map(({ slug }) => minutes.get(`${key}>${slug}`) ?? null)]),
  };
};

const vacancies = ({ vacancies: { months } }: Overview): Omit<Table, 'name'> => ({
  columns: [text('Mois', 10), number('Publiées'), number('Pourvues')],
  rows: months.map(({ month, published, filled }) => [month, published, filled]),
});

const substitutes = ({ substitutes: { metiers } }: Overview): Omit<Table, 'name'> => ({
  columns: [text('Métier', 34), number('Remplaçants disponibles', 16)],
  rows: metiers.map(({ metier, count }) => [metierLabel(metier), count]),
});

/** How long each exchange takes; an empty cell where nothing was filled yet. */
const times = ({ timeToFill, vacancies }: Overview): Omit<Table, 'name'> => ({
  columns: [text('Bourse', 26), text('Délai médian', 34), { label: 'Heures', kind: 'hours', width: 12 }, number('Jours', 12)],
  rows: [
    ['Remplacements', 'De la publication à la dernière réservation', timeToFill.medianMinutes, null],
    ['Emplois', 'De la publication à «\u00a0pourvue\u00a0»', null, vacancies.medianDays],
  ],
});

const TABLES: Record<OverviewTable, (overview: Overview) => Omit<Table, 'name'>> = { needs, hours, vacancies, substitutes, times };

interface Wanted {
  months: OverviewPeriod;
  format: OverviewFormat;
  /** Of a CSV. */
  table: OverviewTable;
}

/** The figures as a workbook, or one of its tables as CSV. @throws AppError `not-found`, `forbidden` */
export const overviewFile = async (actor: Actor, { months, format, table }: Wanted): Promise<FileAnswer> => {
  const overview = await getOverview(actor, { months });
  const tableOf = (each: OverviewTable): Table => ({ name: OVERVIEW_TABLE_LABEL[each], ...TABLES[each](overview) });
  const period = `${overview.months[0]} à ${overview.months.at(-1)}`;
  if (format === 'csv')
    return fileAnswer(writeCsv(tableOf(table)), documentName(OVERVIEW_TABLE_LABEL[table], period, 'csv'), 'text/csv;charset=utf-8');
  return fileAnswer(await writeXlsx(OVERVIEW_TABLES.map(tableOf)), documentName('Tableau des bourses', period, 'xlsx'), XLSX_TYPE);
};
