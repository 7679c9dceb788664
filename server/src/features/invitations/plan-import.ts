import { createHash } from 'node:crypto';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import { type ImportLine, type ImportPlan, invitationInput } from '@beffroi/shared/features/invitations/invitations.contract';
import { canInvite } from '@beffroi/shared/features/invitations/invitations.policy';
import { LINE_OUTCOMES, type LineOutcome } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { allClubs } from '../clubs/known-clubs.queries.ts';
import { membershipsOf, presentGrants, refusalOf } from './grants.ts';
import type { ConfirmedLine } from './import.model.ts';
import { InvitationModel } from './invitation.model.ts';
import { givesUnasked, inviteesAt, lackingOf } from './invitees.queries.ts';
import { type ReadLine, readPeople } from './read-people.ts';

/** Who of these addresses is there, and who was invited already: indexed reads, whatever the length of the file. */
const whoIsThere = async (actor: Actor, emails: string[]) => {
  const [people, invited] = await Promise.all([
    inviteesAt(actor, emails),
    InvitationModel.find({ email: { $in: emails }, open: true }, { email: 1 }).lean(),
  ]);
  return { people, invited: new Set(invited.map(({ email }) => email)) };
};

/** Why this line cannot be carried out, in a sentence. */
const faultOf = (actor: Actor, { email, name, function: title, grants, wrong }: ReadLine): string | null => {
  if (wrong) return wrong;
  const parsed = invitationInput.safeParse({ email, name, function: title, grants });
  if (!parsed.success) return parsed.error.issues[0]?.message ?? null;
  return grants.map((grant) => refusalOf(actor, grant)).find(Boolean) ?? null;
};

/** A line with what it will do, and what is kept of it once confirmed. */
interface PlannedLine {
  shown: ImportLine;
  confirmed: ConfirmedLine | null;
}

const planLine = (actor: Actor, read: ReadLine, there: Awaited<ReturnType<typeof whoIsThere>>, seen: Map<string, number>): PlannedLine => {
  const { line, email, name, function: title, grants } = read;
  const fault = faultOf(actor, read);
  const memberships = fault ? [] : grants.flatMap(membershipsOf);
  const base = { line, email, name, function: title, grants: presentGrants(memberships) };
  const as = (outcome: LineOutcome, note: string | null = null): ImportLine => ({ ...base, outcome, note });
  if (fault) return { shown: as('error', fault), confirmed: null };
  const first = seen.get(email);
  if (first) return { shown: as('duplicate', `Comme la ligne ${first}.`), confirmed: null };
  seen.set(email, line);
  const person = there.people.get(email);
  if (person && lackingOf(person, memberships).length === 0) return { shown: as('nothing'), confirmed: null };
  // Whether an address outside the actor's remit has an account is not told: it is invited either way.
  const unasked = person !== undefined && givesUnasked(actor, person, memberships);
  const outcome = unasked ? 'add' : there.invited.has(email) ? 'pending' : 'invite';
  return { shown: as(outcome), confirmed: { email, name, function: title, memberships, unasked } };
};

/** What a file of people will do if it is confirmed now. @throws AppError `forbidden`, `invalid-input` (no such file) */
export const planImport = async (
  actor: Actor,
  { csv, commune }: { csv: string; commune?: string | undefined },
): Promise<{ plan: ImportPlan; confirmed: ConfirmedLine[] }> => {
  if (!canInvite(actor)) throw new AppError('forbidden');
  const clubs = allClubs().filter((club) => canSeeCard(actor, club));
  const read = readPeople(csv, { commune, clubs });
  const there = await whoIsThere(
    actor,
    read.map(({ email }) => email),
  );
  const seen = new Map<string, number>();
  const planned = read.map((line) => planLine(actor, line, there, seen));
  const lines = planned.map(({ shown }) => shown);
  const counts = Object.fromEntries(
    LINE_OUTCOMES.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
  ) as ImportPlan['counts'];
  const hash = createHash('sha256').update(JSON.stringify(lines)).digest('base64url');
  return { plan: { hash, lines, counts }, confirmed: planned.flatMap(({ confirmed }) => confirmed ?? []) };
};
