import { model, Schema } from 'mongoose';
import { PersonModel } from '../accounts/person.model.ts';

/** Who administers and is not suspended: one document, so that one condition keeps the last of them. */
const AdministratorsModel = model(
  'Administrators',
  new Schema({ _id: { type: String, required: true }, active: { type: [String], default: [] } }, { versionKey: false }),
);
const ONLY = 'administrators';

const isAdministrator = { memberships: { $elemMatch: { scope: 'territory', role: 'administrator' } } };

/** Begins with those who administer, once; who comes later stands up as she comes. */
const note = async (): Promise<void> => {
  const people = await PersonModel.find({ ...isAdministrator, suspendedAt: null }, { _id: 1 }).lean();
  const ids = people.map(({ _id }) => _id.toHexString());
  await AdministratorsModel.updateOne({ _id: ONLY }, { $setOnInsert: { active: ids } }, { upsert: true });
};

/** Takes an administrator out unless she is the last one. @returns whether she is out */
export const standDown = async (personId: string): Promise<boolean> => {
  await note();
  const out = await AdministratorsModel.updateOne(
    {
      _id: ONLY,
      $or: [
        { active: personId, 'active.1': { $exists: true } },
        { active: { $nin: [personId] }, 'active.0': { $exists: true } },
      ],
    },
    { $pull: { active: personId } },
  );
  return out.matchedCount > 0;
};

export const standUp = async (personId: string): Promise<void> => {
  await note();
  await AdministratorsModel.updateOne({ _id: ONLY }, { $addToSet: { active: personId } });
};
