import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { oneMonthAfter } from '@beffroi/shared/features/vacancies/notice';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { expect } from 'vitest';
import { hasUnsettledVacancies } from '../../server/src/features/vacancies/settle-vacancy.ts';
import { type Answer, type Input, ok, type Session, send } from './api-client.ts';
import { pdfFile } from './pdf-file.ts';
import type { TestPerson } from './world.ts';

export type NewVacancy = Partial<Input<typeof contract.vacancies.create>>;

export const today = (): string => parisDate(new Date());
export const inDays = (days: number): string => addDays(today(), days);
export const inAMonth = (): string => oneMonthAfter(today());

/** A vacancy of the commune its author is HR of; published unless said otherwise. */
export const buildVacancy = (hr: TestPerson, input: NewVacancy = {}): Promise<Vacancy> =>
  ok(hr.session, contract.vacancies.create, { commune: 'anzin', title: 'ATSEM (F/H)', publish: true, ...input });

interface SentFile {
  content?: Uint8Array<ArrayBuffer>;
  name?: string;
}

/** Joins a file to a vacancy as a form does. */
export const sendAttachment = (
  session: Session,
  { id, version }: Pick<Vacancy, 'id' | 'version'>,
  { content = pdfFile('Fiche de poste'), name = 'Fiche de poste.pdf' }: SentFile = {},
): Promise<Answer> => {
  const form = new FormData();
  form.append('version', String(version));
  form.append('file', new File([content], name, { type: 'text/html' }));
  return send(session, `/api/vacancies/${id}/attachment`, { method: 'PUT', body: form });
};

/** A vacancy with a file. */
export const buildAttached = async (hr: TestPerson, input: NewVacancy = {}, file: SentFile = {}): Promise<Vacancy> => {
  const { status, body } = await sendAttachment(hr.session, await buildVacancy(hr, input), file);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(contract.vacancies.attach['~orpc'].outputSchema?.['~standard'].validate(body)).not.toHaveProperty('issues');
  return body as Vacancy;
};

/** Resolves once all that follows from what was written so far is done. */
export const vacanciesSettled = (): Promise<void> => expect.poll(hasUnsettledVacancies).toBe(false);
