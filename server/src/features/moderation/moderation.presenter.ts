import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { Report, TrailEntry } from '@beffroi/shared/features/moderation/moderation.contract';
import type { ModerationAct } from '../../platform/audit-trail.ts';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import type { ReportRecord } from './report.model.ts';

const REPORTS_SHOWN = 10;

const presentPerson = ({ id, name, commune }: PersonRef): PersonRef => ({
  id,
  name,
  commune: commune ? { slug: commune.slug, name: commune.name } : null,
});

export const presentReport = (record: ReportRecord, club: KnownClub): Report => {
  const since = record.decision?.at;
  const open = record.reports.filter(({ at }) => !since || at > since);
  return {
    id: record._id.toHexString(),
    threadId: record.threadId,
    ficheId: record.ficheId ?? null,
    clubSlug: club.slug,
    number: record.number,
    title: record.title,
    excerpt: record.excerpt,
    author: presentPerson(record.author),
    reports: open
      .slice(0, REPORTS_SHOWN)
      .map(({ by, reason, text, at }) => ({ by: presentPerson(by), reason, text, at: at.toISOString() })),
    reportCount: open.length,
    at: (record.waitingSince as Date).toISOString(),
  };
};

export const presentEntry = ({ _id, at, by, action, target, reason, before, after }: ModerationAct): TrailEntry => ({
  id: _id,
  at: at.toISOString(),
  by: presentPerson(by),
  action,
  target: { kind: target.kind, id: target.id, threadId: target.threadId ?? null, number: target.number ?? null, label: target.label },
  reason,
  before,
  after,
});
