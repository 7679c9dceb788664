import { model, Schema, type Types } from 'mongoose';

/** A thread one person put aside. */
export interface BookmarkRecord {
  _id: Types.ObjectId;
  personId: string;
  threadId: string;
  at: Date;
}

const bookmark = new Schema<BookmarkRecord>(
  {
    personId: { type: String, required: true },
    threadId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
// Put aside twice, it is put aside once.
bookmark.index({ personId: 1, threadId: 1 }, { unique: true });
// A person's list, in the order shown.
bookmark.index({ personId: 1, at: -1, _id: -1 });

export const BookmarkModel = model<BookmarkRecord>('Bookmark', bookmark);
