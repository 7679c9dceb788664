import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { canDrawUpAgreement } from '@beffroi/shared/features/statements/statements.policy';
import { now } from '../../platform/clock.ts';
import { communeName } from '../directory/territory.queries.ts';
import { documentFile, documentName, type FileAnswer } from '../document-exports/document-files.queries.ts';
import { halfDaysOf } from '../replacements/recorded-hours.queries.ts';
import { agreementDocument } from './agreement-document.ts';

const NOT_LENT = 'Aucune commune ne prête cette personne\u00a0: elle est recrutée directement, par un contrat ou un arrêté de nomination.';

/**
 * The agreement about what one person is booked for of a need.
 * @throws AppError `not-found` (nothing booked, or neither commune's HR), `invalid-input` (nobody lends her), `unavailable`
 */
export const agreementFile = async (
  actor: Actor,
  { id, personId, format }: { id: string; personId: string; format: ExportFormat },
): Promise<FileAnswer> => {
  const halfDays = await halfDaysOf(id, personId);
  const [first] = halfDays;
  if (!first || !canDrawUpAgreement(actor, first)) throw new AppError('not-found');
  if (first.lender === null || first.lender === first.host) throw new AppError('invalid-input', { detail: NOT_LENT });
  const [lender, host, agent] = [communeName(first.lender), communeName(first.host), first.substitute.name];
  const document = {
    content: agreementDocument({ lender, host, agent, halfDays }),
    title: 'Convention de mise à disposition',
    kindLabel: 'Convention',
    stateLabel: 'À signer',
    draft: false,
    clubName: `${lender} et ${host}`,
    date: now().toISOString(),
    comments: [],
    contents: false,
    images: async () => null,
  };
  return documentFile(document, format, documentName(`Convention de mise à disposition ${lender} - ${host}`, first.date, format));
};
