import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { Categorie, Filiere } from '@beffroi/shared/core/public-service/grades';
import type { VacancyAttachment, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_ACTS, VACANCY_STATES, type VacancyAct, type VacancyState } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { model, Schema, type Types } from 'mongoose';

/** One thing done about a vacancy. Kept in the document it changed: one write does both. */
export interface VacancyActRecord {
  at: Date;
  by: PersonRef | null;
  action: VacancyAct;
  note: string;
}

/** A file joined to a vacancy, under its key in the file store. */
export interface KeptAttachment extends VacancyAttachment {
  key: string;
}

export interface VacancyRecord extends VacancyContent {
  _id: Types.ObjectId;
  commune: string;
  /** Of its cadre d’emplois. */
  filiere: Filiere | null;
  categorie: Categorie | null;
  attachment: KeptAttachment | null;
  state: VacancyState;
  version: number;
  /** The order of lists: when it was published; until then, when it was begun. */
  listedAt: Date;
  publishedAt: Date | null;
  /** Since when it counts as published for its notice, a day; null where that is the day of `publishedAt`. */
  noticeFrom: string | null;
  publishedBy: PersonRef | null;
  changedAt: Date;
  closedAt: Date | null;
  /** When HR was asked whether it is still open; null once she has said, or a new deadline was set. */
  askedAt: Date | null;
  /** What the links of that mail hold: nobody else can make a link that answers. */
  answerKey?: string;
  /** What it is found by: the terms of its texts, and each filter it answers. */
  found: string[];
  trail: VacancyActRecord[];
  /** Published and not told of yet to those whose saved search it answers. */
  untold?: boolean;
  /** Set by a write until all that follows from it is done; see `settle-vacancy.ts`. */
  unsettled?: Date;
  createdById: string;
  idempotencyKey?: string;
}

/** Beyond this many, the first acts of a vacancy are forgotten. */
export const TRAIL_KEPT = 200;

const { Mixed } = Schema.Types;
const text = { type: String, default: '' };
const act = new Schema<VacancyActRecord>(
  { at: { type: Date, required: true }, by: { type: Mixed, default: null }, action: { type: String, enum: VACANCY_ACTS }, note: text },
  { _id: false },
);

const vacancy = new Schema<VacancyRecord>(
  {
    commune: { type: String, required: true },
    title: { type: String, required: true },
    metier: { type: String, default: null },
    cadre: { type: String, default: null },
    filiere: { type: String, default: null },
    categorie: { type: String, default: null },
    grades: { type: [String], default: [] },
    nature: { type: String, required: true },
    origin: { type: String, default: null },
    durationMonths: { type: Number, default: null },
    contractuels: { type: Boolean, default: false },
    article: { type: String, default: null },
    weeklyMinutes: { type: Number, required: true },
    telework: { type: Boolean, default: false },
    startsOn: { type: String, default: null },
    deadline: { type: String, default: null },
    place: text,
    authority: text,
    organisation: text,
    missions: text,
    profile: text,
    conditions: text,
    rifseep: { type: Boolean, default: false },
    nbi: { type: Number, default: null },
    benefits: text,
    contact: text,
    recipient: text,
    dveNumber: text,
    dveOn: { type: String, default: null },
    officialUrl: text,
    attachmentUrl: text,
    attachment: { type: Mixed, default: null },
    emergency: text,
    state: { type: String, enum: VACANCY_STATES, required: true },
    version: { type: Number, default: 1 },
    listedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    noticeFrom: { type: String, default: null },
    publishedBy: { type: Mixed, default: null },
    changedAt: { type: Date, required: true },
    closedAt: { type: Date, default: null },
    askedAt: { type: Date, default: null },
    answerKey: String,
    found: { type: [String], default: [] },
    trail: { type: [act], default: [] },
    untold: Boolean,
    unsettled: Date,
    createdById: { type: String, required: true },
    idempotencyKey: String,
  },
  { versionKey: false, minimize: false },
);
// Every list, in the order shown: without a filter, and by the most telling one (a word, a métier, a commune).
vacancy.index({ state: 1, listedAt: -1, _id: -1 });
vacancy.index({ state: 1, found: 1, listedAt: -1, _id: -1 });
// A commune's own, drafts among them; and what its public page shows.
vacancy.index({ commune: 1, state: 1, listedAt: -1, _id: -1 });
// The same, the first to close first; by its deadline an offer is also due to be asked about, and to be archived.
vacancy.index({ state: 1, deadline: 1, _id: 1 });
vacancy.index({ state: 1, found: 1, deadline: 1, _id: 1 });
vacancy.index({ commune: 1, state: 1, deadline: 1, _id: 1 });
vacancy.index({ untold: 1 }, { partialFilterExpression: { untold: { $exists: true } } });
vacancy.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
// Sent again with the same key, a vacancy is begun once.
vacancy.index({ createdById: 1, idempotencyKey: 1 }, { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } });

export const VacancyModel = model<VacancyRecord>('Vacancy', vacancy);
