import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { Application, ApplicationActRecord, ApplicationItem } from '@beffroi/shared/features/applications/applications.contract';
import { type ApplicationFacts, applicationAbilities } from '@beffroi/shared/features/applications/applications.policy';
import { communeName } from '../directory/territory.queries.ts';
import type { ApplicationActFields, ApplicationRecord } from './application.model.ts';

export const applicationFacts = ({
  applicantId,
  commune,
  state,
}: Pick<ApplicationRecord, 'applicantId' | 'commune' | 'state'>): ApplicationFacts => ({
  applicantId: applicantId ?? null,
  commune,
  state,
});

const presentRef = ({ id, name, commune }: PersonRef): PersonRef => ({
  id,
  name,
  commune: commune ? { slug: commune.slug, name: commune.name } : null,
});

export type ListedApplication = Omit<ApplicationRecord, 'letter' | 'message' | 'files' | 'acts'>;

export const presentApplicationItem = (application: ListedApplication): ApplicationItem => {
  const { _id, state, vacancyId, title, commune, applicant, sentAt, interview, changedAt, version } = application;
  return {
    id: _id.toHexString(),
    state,
    vacancy: { id: vacancyId, title, commune: { slug: commune, name: communeName(commune) } },
    applicant: applicant ? presentRef(applicant) : null,
    sentAt: sentAt.toISOString(),
    interview: interview && { at: interview.at.toISOString(), minutes: interview.minutes, place: interview.place, note: interview.note },
    changedAt: changedAt.toISOString(),
    version,
  };
};

export const presentApplication = (actor: Actor, application: ApplicationRecord): Application => ({
  ...presentApplicationItem(application),
  contact: application.contact
    ? { email: application.contact.email, phone: application.contact.phone, function: application.contact.function }
    : null,
  letter: application.letter,
  files: application.files.map(({ file, name, bytes }) => ({ file, name, bytes })),
  message: application.message,
  keptUntil: application.keptUntil?.toISOString() ?? null,
  abilities: applicationAbilities(actor, applicationFacts(application)),
});

export const presentAct = ({ _id, at, act, by }: ApplicationActFields): ApplicationActRecord => ({
  id: _id.toHexString(),
  at: at.toISOString(),
  act,
  by: by && presentRef(by),
});
