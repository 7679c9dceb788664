import { AppError } from '@beffroi/shared/core/errors';
import { type DomainEvents, subscribe } from '../../platform/events.ts';
import { notify } from '../../platform/notify.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { removeFiche } from './commands/remove-fiche.ts';
import { FicheModel, type FicheRecord } from './fiche.model.ts';

/** Takes a reported fiche out of sight, in the name of whoever decided it. One that is gone already stays as it is. */
const removeCondemned = async ({ ficheId, byId, reason }: DomainEvents['moderation.fiche.condemned']): Promise<void> => {
  try {
    await removeFiche(await freshActor(byId), { id: ficheId, reason });
  } catch (error) {
    if (!(error instanceof AppError && ['not-found', 'forbidden', 'conflict'].includes(error.code))) throw error;
  }
};

interface GoneText {
  key: string;
  threadId: string;
  /** The reply's; null for the thread itself. */
  number: number | null;
  at: Date;
  /** « retiré »: what became of it. */
  words: string;
  /** Who need not be told. */
  except?: string[];
}

/** Those who animate the club are told that what a fiche was made of is gone: whether the fiche goes too is theirs to say. */
const tellOfSource = async ({ key, threadId, number, at, words, except }: GoneText): Promise<void> => {
  const fiche = await FicheModel.findOne({ threadId, removal: null }, { body: 0 }).lean<FicheRecord>();
  if (!fiche || (number !== null && number !== fiche.source.number)) return;
  const { clubId, title } = fiche;
  const note = `Un texte dont vient la fiche «\u00a0${title}\u00a0» a été ${words}\u00a0: la fiche est à relire.`;
  await notify({ key: `fiche-source:${key}`, kind: 'report', byId: null, clubId, note, at, to: { pilots: clubId }, except });
};

/** What fiches do when something is decided elsewhere. */
export const subscribeFiches = (): void => {
  subscribe('moderation.fiche.condemned', removeCondemned);
  subscribe('forum.text.removed', (text) => tellOfSource({ ...text, words: 'retiré' }));
  subscribe('forum.text.withdrawn', (text) => tellOfSource({ ...text, words: 'supprimé par son auteur', except: [text.authorId] }));
};
