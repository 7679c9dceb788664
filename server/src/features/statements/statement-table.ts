import { HALF_LABEL } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Statement, StatementPart } from '@beffroi/shared/features/statements/statements.contract';
import { confirmationInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import type { Table, TableCell, TableColumn } from '../../platform/tables/table.ts';

/** Who lends where nobody does. */
export const FROM_OUTSIDE = 'Hors collectivités';

const COLUMNS: readonly TableColumn[] = [
  { label: 'Commune d’origine', kind: 'text', width: 24 },
  { label: 'Commune d’accueil', kind: 'text', width: 24 },
  { label: 'Jour', kind: 'day', width: 12 },
  { label: 'Demi-journée', kind: 'text', width: 14 },
  { label: 'Début', kind: 'text', width: 8 },
  { label: 'Fin', kind: 'text', width: 8 },
  { label: 'Métier', kind: 'text', width: 26 },
  { label: 'Lieu', kind: 'text', width: 34 },
  { label: 'Remplacement par', kind: 'text', width: 34 },
  { label: 'Heures', kind: 'hours', width: 10 },
  { label: 'Heures confirmées', kind: 'hours', width: 12 },
  { label: 'Confirmation', kind: 'text', width: 26 },
];

type Direction = 'lent' | 'received';

const rowsOf = (statement: Statement, direction: Direction): TableCell[][] =>
  statement[direction].flatMap(({ partner, lines }: StatementPart) => {
    const [own, other] = [statement.commune.name, partner?.name ?? FROM_OUTSIDE];
    const sides = direction === 'lent' ? [own, other] : [other, own];
    return lines.map(({ date, half, start, end, metier, place, substitute, minutes, confirmed }) => [
      ...sides,
      date,
      HALF_LABEL[half],
      start,
      end,
      metierLabel(metier),
      place,
      substitute.name,
      minutes,
      confirmed.agreed ? minutes : 0,
      confirmationInWords(confirmed),
    ]);
  });

const totalOf = (label: string, minutes: number, agreed: number): TableCell[] => [
  label,
  ...Array.from({ length: 8 }, () => null),
  minutes,
  agreed,
  null,
];

const table = (statement: Statement, direction: Direction): Table => {
  const { totals } = statement;
  const name = direction === 'lent' ? 'Heures prêtées' : 'Heures reçues';
  const total =
    direction === 'lent' ? totalOf('Total', totals.lent, totals.lentAgreed) : totalOf('Total', totals.received, totals.receivedAgreed);
  return { name, columns: COLUMNS, rows: rowsOf(statement, direction), total };
};

/** What was exchanged with each commune: what one reimburses the other for. */
const balance = ({ lent, received, totals }: Statement): Table => {
  const names = new Set([...lent, ...received].flatMap(({ partner }) => (partner ? [partner.name] : [])));
  const agreed = (parts: StatementPart[], name: string): number => parts.find(({ partner }) => partner?.name === name)?.agreedMinutes ?? 0;
  const outside = received.find(({ partner }) => partner === null)?.agreedMinutes ?? 0;
  const between = totals.receivedAgreed - outside;
  return {
    name: 'Récapitulatif',
    columns: [
      { label: 'Commune', kind: 'text', width: 28 },
      { label: 'Heures prêtées', kind: 'hours', width: 14 },
      { label: 'Heures reçues', kind: 'hours', width: 14 },
      { label: 'Solde', kind: 'hours', width: 12 },
    ],
    rows: [...names]
      .sort((a, b) => a.localeCompare(b, 'fr'))
      .map((name) => {
        const [out, back] = [agreed(lent, name), agreed(received, name)];
        return [name, out, back, out - back];
      }),
    total: ['Total entre communes', totals.lentAgreed, between, totals.lentAgreed - between],
  };
};

/** The sheets of a statement: what is owed, then what was lent and received half-day by half-day. */
export const statementTables = (statement: Statement): Table[] => [
  balance(statement),
  table(statement, 'lent'),
  table(statement, 'received'),
];

/** Every half-day of a statement in one table, the hours lent first. */
export const statementTable = (statement: Statement): Table => ({
  name: 'Relevé',
  columns: COLUMNS,
  rows: [...rowsOf(statement, 'lent'), ...rowsOf(statement, 'received')],
});
