import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { oneMonthAfter } from '@beffroi/shared/features/vacancies/notice';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { expect } from 'vitest';
import { hasUnsettledVacancies } from '../../server/src/features/vacancies/settle-vacancy.ts';
import { type Input, ok } from './api-client.ts';
import type { TestPerson } from './world.ts';

export type NewVacancy = Partial<Input<typeof contract.vacancies.create>>;

export const today = (): string => parisDate(new Date());
export const inDays = (days: number): string => addDays(today(), days);
export const inAMonth = (): string => oneMonthAfter(today());

/** A vacancy of the commune its author is HR of; published unless said otherwise. */
export const buildVacancy = (hr: TestPerson, input: NewVacancy = {}): Promise<Vacancy> =>
  ok(hr.session, contract.vacancies.create, { commune: 'anzin', title: 'ATSEM (F/H)', publish: true, ...input });

/** Resolves once all that follows from what was written so far is done. */
export const vacanciesSettled = (): Promise<void> => expect.poll(hasUnsettledVacancies, { timeout: 10_000 }).toBe(false);
