import { contract } from '@beffroi/shared/contract';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { expect } from 'vitest';
import { ApplicationModel } from '../../server/src/features/applications/application.model.ts';
import { type Answer, ok, type Session, send } from './api-client.ts';
import { pdfFile } from './pdf-file.ts';
import type { TestPerson } from './world.ts';

interface Sent {
  cv?: Uint8Array<ArrayBuffer> | null;
  letterFile?: Uint8Array<ArrayBuffer>;
  fields?: Record<string, string>;
}

/** Sends an application as a form does. */
export const sendApplication = (
  session: Session,
  vacancyId: string,
  { cv = pdfFile(), letterFile, fields = {} }: Sent = {},
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ letter: 'Votre offre m’intéresse.', ...fields })) form.append(name, value);
  if (cv) form.append('cv', new File([cv], '../mon cv.exe', { type: 'application/x-msdownload' }));
  if (letterFile) form.append('letterFile', new File([letterFile], 'lettre', { type: 'text/html' }));
  return send(session, `/api/vacancies/${vacancyId}/applications`, { method: 'POST', body: form });
};

/** Applies, as somebody who may. */
export const buildApplication = async (person: TestPerson, vacancyId: string, sent: Sent = {}): Promise<Application> => {
  const { status, body } = await sendApplication(person.session, vacancyId, sent);
  expect(status, JSON.stringify(body)).toBe(201);
  const parsed = contract.applications.apply['~orpc'].outputSchema?.['~standard'].validate(body);
  expect(parsed).not.toHaveProperty('issues');
  return body as Application;
};

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** HR proposes an interview, five days from now unless told. */
export const planInterview = (hr: TestPerson, { id, version }: Application, more: { at?: string; place?: string } = {}) =>
  ok(hr.session, contract.applications.plan, {
    id,
    version,
    at: inDays(5),
    minutes: 45,
    place: 'Mairie d’Anzin, salle 2',
    note: '',
    ...more,
  });

/** Resolves once all that follows from what was written so far is done. */
export const applicationsSettled = (): Promise<void> =>
  expect.poll(() => ApplicationModel.exists({ unsettled: { $exists: true } })).toBeNull();
