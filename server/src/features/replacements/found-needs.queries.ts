import type { Actor } from '@beffroi/shared/core/actor';
import { canReadBoard } from '@beffroi/shared/features/replacements/replacements.policy';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { QueryFilter } from 'mongoose';
import { Types } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { holdingWords } from '../search/french-words.queries.ts';
import { readerOf } from './reader.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { askedOf, ITEM_FIELDS, presentPage } from './replacements.queries.ts';

/**
 * Needs to come that hold all the words, the first to end first: those of a substitute from outside are the ones she was asked for.
 * None for those who see no board, or without a word worth finding.
 */
export const foundNeeds = async (actor: Actor, words: readonly (readonly string[])[], limit: number): Promise<NeedItem[]> => {
  if (!canReadBoard(actor) || words.length === 0) return [];
  const [reader, asked] = await Promise.all([readerOf(actor), askedOf(actor)]);
  const filter = {
    $and: holdingWords(words),
    endsAt: { $gte: now() },
    cancelledAt: null,
    ...(asked && { _id: { $in: asked.map((id) => new Types.ObjectId(id)) } }),
  };
  const found = await ReplacementModel.find(filter as QueryFilter<ReplacementRecord>, ITEM_FIELDS)
    .sort({ endsAt: 1, _id: 1 })
    .limit(limit)
    .lean<ReplacementRecord[]>();
  return presentPage(found, reader, asked);
};
