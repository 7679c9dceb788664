import { type DomainEvents, subscribe } from '../../platform/events.ts';
import { notify } from '../../platform/notify.ts';
import { ReportModel } from './report.model.ts';

/** The author of a removed text is told why, where it was. */
const tellAuthor = async (text: DomainEvents['forum.text.removed']): Promise<void> => {
  const { key, threadId, clubId, number, authorId, byId, reason, at } = text;
  const place = { clubId, threadId, ...(number !== null && { replyNumber: number }) };
  await notify({ key: `removed:${key}`, kind: 'moderation', byId, ...place, note: reason, at, to: { people: [authorId] } });
};

const tellFicheAuthor = async (fiche: DomainEvents['fiches.fiche.removed']): Promise<void> => {
  const { key, clubId, title, authorId, byId, reason, at } = fiche;
  const note = `Votre fiche «\u00a0${title}\u00a0» a été retirée\u00a0: ${reason}`;
  await notify({ key: `removed:${key}`, kind: 'moderation', byId, clubId, note, at, to: { people: [authorId] } });
};

/** Reports follow their post to the club it is in; a fiche stays in the club that made it. */
const followMove = async ({ threadId, clubId }: DomainEvents['forum.thread.moved']): Promise<void> => {
  await ReportModel.updateMany({ threadId, ficheId: null }, { $set: { clubId } });
};

/** What moderation does when something happens elsewhere. */
export const subscribeModeration = (): void => {
  subscribe('forum.text.removed', tellAuthor);
  subscribe('fiches.fiche.removed', tellFicheAuthor);
  subscribe('forum.thread.moved', followMove);
};
