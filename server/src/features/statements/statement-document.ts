import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { HALF_LABEL } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Statement, StatementPart } from '@beffroi/shared/features/statements/statements.contract';
import { confirmationInWords, hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import { bold, heading, paragraph, tableOf } from '../../platform/markup/document-blocks.ts';
import type { DocumentNode } from '../../platform/markup/document-node.ts';

const inFrench = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', weekday: 'short', day: '2-digit', month: '2-digit' });
/** « mar. 24/11 » */
const dayInWords = (date: string): string => inFrench.format(new Date(`${date}T12:00:00Z`));

const partTable = ({ lines, minutes, agreedMinutes }: StatementPart): DocumentNode =>
  tableOf(
    ['Demi-journée', 'Métier et lieu', 'Remplacement par', 'Durée', 'Confirmation'],
    [
      ...lines.map(({ date, half, start, end, metier, place, substitute, confirmed, ...line }) => [
        `${dayInWords(date)} ${HALF_LABEL[half]}, ${start} – ${end}`,
        `${metierLabel(metier)}, ${place}`,
        substitute.name,
        hoursInWords(line.minutes),
        confirmationInWords(confirmed),
      ]),
      [bold('Total'), '', '', bold(hoursInWords(minutes)), `dont ${hoursInWords(agreedMinutes)} confirmées`],
    ],
  );

const partsOf = (parts: readonly StatementPart[], sentence: (partner: string) => string, outside: string): DocumentNode[] =>
  parts.flatMap((part) => [heading(part.partner ? sentence(part.partner.name) : outside, 2), partTable(part)]);

const section = (title: string, parts: DocumentNode[], none: string): DocumentNode[] => [
  heading(title),
  ...(parts.length > 0 ? parts : [paragraph(none)]),
];

const balance = ({ lent, received }: Statement): DocumentNode[] => {
  const names = new Map([...lent, ...received].flatMap(({ partner }) => (partner ? [[partner.slug, partner.name]] : [])));
  if (names.size === 0) return [];
  const agreed = (parts: StatementPart[], slug: string): number => parts.find(({ partner }) => partner?.slug === slug)?.agreedMinutes ?? 0;
  const rows = [...names].map(([slug, name]) => {
    const [out, back] = [agreed(lent, slug), agreed(received, slug)];
    const due = out === back ? 'rien' : `${hoursInWords(Math.abs(out - back))} ${out > back ? 'à recevoir' : 'à rembourser'}`;
    return [name, hoursInWords(out), hoursInWords(back), due];
  });
  return [heading('Heures confirmées, par commune'), tableOf(['Commune', 'Prêtées', 'Reçues', 'Solde'], rows)];
};

/** A statement as it is printed, signed and joined to what one commune claims from another. */
export const statementDocument = (statement: Statement) => {
  const { commune, lent, received, totals } = statement;
  const toConfirm = totals.toConfirm === 1 ? 'Une demi-journée attend' : `${totals.toConfirm} demi-journées attendent`;
  const content: DocumentNode[] = [
    ...(totals.toConfirm > 0
      ? [
          paragraph(
            `${toConfirm} d’être confirmée${totals.toConfirm > 1 ? 's' : ''} par les deux côtés\u00a0: ces heures ne comptent pas encore.`,
          ),
        ]
      : []),
    ...balance(statement),
    ...section(
      'Heures prêtées',
      partsOf(lent, (name) => `À ${name}`, ''),
      `${commune.name} n’a prêté aucun agent ce mois-ci.`,
    ),
    ...section(
      'Heures reçues',
      partsOf(received, (name) => `De ${name}`, 'De personnes extérieures, payées directement'),
      `${commune.name} n’a reçu aucun remplaçant ce mois-ci.`,
    ),
  ];
  return documentSchema.nodeFromJSON({ type: 'doc', content });
};
