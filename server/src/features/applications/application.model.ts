import type { PersonRef } from '@beffroi/shared/core/person-ref';
import {
  APPLICATION_ACTS,
  APPLICATION_STATES,
  type ApplicationAct,
  type ApplicationFile,
  type ApplicationState,
} from '@beffroi/shared/features/applications/applications.vocabulary';
import type { NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { model, Schema, Types } from 'mongoose';
import { now } from '../../platform/clock.ts';

/** One act, without a word of what was written. `by` is null for the candidate, whom the trail outlives. */
export interface ApplicationActFields {
  _id: Types.ObjectId;
  at: Date;
  act: ApplicationAct;
  by: PersonRef | null;
}

export interface KeptFile {
  file: ApplicationFile;
  /** In the file store. */
  key: string;
  type: string;
  /** What it is saved as: made here, never taken from outside. */
  name: string;
  bytes: number;
}

export interface InterviewFields {
  at: Date;
  minutes: number;
  place: string;
  note: string;
}

/** Something to tell, until it is told. */
export interface Untold {
  kind: NotificationKind;
  byId: string;
  at: Date;
}

export interface ApplicationRecord {
  _id: Types.ObjectId;
  vacancyId: string;
  /** As the vacancy was called when she applied. */
  title: string;
  commune: string;
  /** Absent once erased: nothing of the person is left but what was done. */
  applicantId?: string;
  applicant?: PersonRef;
  contact?: { email: string; phone: string; function: string };
  letter: string;
  files: KeptFile[];
  state: ApplicationState;
  interview: InterviewFields | null;
  message: string | null;
  sentAt: Date;
  changedAt: Date;
  /** When what was sent is erased; moved on by each contact. */
  keptUntil?: Date;
  version: number;
  acts: ApplicationActFields[];
  /** The one application of this person for this vacancy: absent while its files are written, and once withdrawn. */
  current?: true;
  /** Its files are being written: nobody sees it yet. */
  incoming?: Date;
  untold: Untold[];
  /** Files to remove from the store. */
  doomed: string[];
  /** Set by a write until all that follows from it is done; see `settle-application.ts`. */
  unsettled?: Date;
  idempotencyKey?: string;
}

const { Mixed } = Schema.Types;
const act = new Schema<ApplicationActFields>({
  at: { type: Date, required: true },
  act: { type: String, enum: APPLICATION_ACTS, required: true },
  by: { type: Mixed, default: null },
});
const kept = new Schema<KeptFile>({ file: String, key: String, type: String, name: String, bytes: Number }, { _id: false });
const interview = new Schema<InterviewFields>({ at: Date, minutes: Number, place: String, note: String }, { _id: false });
const untold = new Schema<Untold>({ kind: String, byId: String, at: Date }, { _id: false });

const application = new Schema<ApplicationRecord>(
  {
    vacancyId: { type: String, required: true },
    title: { type: String, required: true },
    commune: { type: String, required: true },
    applicantId: String,
    applicant: Mixed,
    contact: Mixed,
    letter: { type: String, default: '' },
    files: { type: [kept], default: [] },
    state: { type: String, enum: APPLICATION_STATES, required: true },
    interview: { type: interview, default: null },
    message: { type: String, default: null },
    sentAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    keptUntil: Date,
    version: { type: Number, default: 1 },
    acts: { type: [act], default: [] },
    current: Boolean,
    incoming: Date,
    untold: { type: [untold], default: [] },
    doomed: { type: [String], default: [] },
    unsettled: Date,
    idempotencyKey: String,
  },
  { versionKey: false },
);
// One application a person and a vacancy, whatever is sent at once; one may apply again after withdrawing.
application.index({ vacancyId: 1, applicantId: 1 }, { unique: true, partialFilterExpression: { current: { $exists: true } } });
// Those of a vacancy, and a person's own, the last sent first.
application.index({ vacancyId: 1, sentAt: -1, _id: -1 });
application.index({ applicantId: 1, sentAt: -1, _id: -1 });
// What waits for an answer in a commune, the first sent first; and whom it sees when.
application.index({ commune: 1, state: 1, sentAt: 1 });
application.index({ commune: 1, state: 1, 'interview.at': 1 });
// Whose time has come.
application.index({ keptUntil: 1 }, { partialFilterExpression: { keptUntil: { $exists: true } } });
// What a crash interrupted.
application.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
application.index({ incoming: 1 }, { partialFilterExpression: { incoming: { $exists: true } } });

export const ApplicationModel = model<ApplicationRecord>('Application', application);

/** An act as it is written with what it changes. */
export const newAct = (what: ApplicationAct, by: PersonRef | null): ApplicationActFields => ({
  _id: new Types.ObjectId(),
  at: now(),
  act: what,
  by,
});
