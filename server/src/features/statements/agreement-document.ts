import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { frenchDays } from '@beffroi/shared/core/french-days';
import { ofPlace } from '@beffroi/shared/core/french-of';
import { HALF_LABEL } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import { bold, tableOf } from '../../platform/markup/document-blocks.ts';
import { parseDocument } from '../../platform/markup/document-markup.ts';
import type { DocumentNode } from '../../platform/markup/document-node.ts';
import type { RecordedHalfDay } from '../replacements/recorded-hours.queries.ts';
import { AGREEMENT_MODEL } from './agreement-model.ts';

const dayInWords = frenchDays({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const TABLE = '{{demi-journées}}';
const FACT = /\{([^{}]+)\}/g;

const minutesOfAll = (halfDays: readonly RecordedHalfDay[]): number => halfDays.reduce((sum, { minutes }) => sum + minutes, 0);

const periodOf = (halfDays: readonly RecordedHalfDay[]): string => {
  const [first, last] = [halfDays[0]?.date ?? '', halfDays.at(-1)?.date ?? ''];
  return first === last ? `le ${dayInWords(first)}` : `du ${dayInWords(first)} au ${dayInWords(last)}`;
};

const halfDaysTable = (halfDays: readonly RecordedHalfDay[]): DocumentNode =>
  tableOf(
    ['Jour', 'Demi-journée', 'Horaires', 'Durée'],
    [
      ...halfDays.map(({ date, half, start, end, minutes }) => [
        dayInWords(date),
        HALF_LABEL[half],
        `${start} – ${end}`,
        hoursInWords(minutes),
      ]),
      [bold('Total'), '', '', bold(hoursInWords(minutesOfAll(halfDays)))],
    ],
  );

/** Puts the facts in their places: after the markup was read, so that a name is never taken for some. */
const filled = (node: DocumentNode, facts: Readonly<Record<string, string>>, table: DocumentNode): DocumentNode => {
  if (node.type === 'paragraph' && node.content?.[0]?.text === TABLE) return table;
  if (node.text !== undefined) return { ...node, text: node.text.replace(FACT, (_whole, fact: string) => facts[fact] ?? '…………') };
  return node.content ? { ...node, content: node.content.map((child) => filled(child, facts, table)) } : node;
};

interface AgreementFacts {
  lender: string;
  host: string;
  agent: string;
  halfDays: readonly RecordedHalfDay[];
}

/** The agreement about these half-days, of one person and one need, ready to be signed. */
export const agreementDocument = ({ lender, host, agent, halfDays }: AgreementFacts) => {
  const [{ metier, place } = { metier: '', place: '' }] = halfDays;
  const facts = {
    'd’origine': ofPlace(lender),
    'd’accueil': ofPlace(host),
    agent,
    métier: metierLabel(metier),
    lieu: place,
    'nombre de demi-journées': halfDays.length === 1 ? 'une demi-journée' : `${halfDays.length} demi-journées`,
    période: periodOf(halfDays),
    total: hoursInWords(minutesOfAll(halfDays)),
  };
  return documentSchema.nodeFromJSON(filled(parseDocument(AGREEMENT_MODEL), facts, halfDaysTable(halfDays)));
};
