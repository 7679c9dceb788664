import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, slugSchema } from '../../core/ids.ts';
import { replySchema, threadItemSchema, threadSchema } from './forum.contract.ts';

export const REASON_MAX = 300;
/** A club's most important threads: more than these would be a second list. */
export const PINNED_MAX = 3;

const reason = z
  .string()
  .trim()
  .max(REASON_MAX, `Un motif de ${REASON_MAX} caractères au plus.`)
  .refine((value) => !/[^\P{Cc}\n]/u.test(value), 'Le motif contient des caractères invisibles.');
export const removalInput = z.object({ reason: reason.min(3, 'Dites en quelques mots pourquoi ce texte est retiré.') });

const byId = z.object({ id: idSchema });
const tags = ['moderation'];

/** What those who animate a club do with its threads. */
export const forumModerationContract = {
  pinned: oc
    .route({ method: 'GET', path: '/clubs/{slug}/threads/pinned', tags, summary: 'The few threads pinned on top of a club' })
    .input(z.object({ slug: slugSchema }))
    .output(z.object({ items: z.array(threadItemSchema) })),
  pin: oc
    .route({ method: 'PUT', path: '/threads/{id}/pin', tags, summary: 'Pin on top of the club; 409 when it has three already' })
    .input(byId)
    .output(threadSchema),
  unpin: oc
    .route({ method: 'DELETE', path: '/threads/{id}/pin', tags, summary: 'Take from the top of the club' })
    .input(byId)
    .output(threadSchema),
  close: oc
    .route({ method: 'PUT', path: '/threads/{id}/closure', tags, summary: 'Close: no more replies, with a reason shown if one is given' })
    .input(byId.extend({ reason: reason.nullish() }))
    .output(threadSchema),
  reopen: oc.route({ method: 'DELETE', path: '/threads/{id}/closure', tags, summary: 'Open again' }).input(byId).output(threadSchema),
  move: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/move',
      tags,
      summary: 'Move to another club, by who animates both; the address by id stays',
    })
    .input(byId.extend({ club: slugSchema }))
    .output(threadSchema),
  markDuplicate: oc
    .route({
      method: 'PUT',
      path: '/threads/{id}/duplicate',
      tags,
      summary: '« Déjà posée »: link to the first thread, which closes this one',
    })
    .input(byId.extend({ of: idSchema }))
    .output(threadSchema),
  unmarkDuplicate: oc
    .route({ method: 'DELETE', path: '/threads/{id}/duplicate', tags, summary: 'Take the link to the first thread back' })
    .input(byId)
    .output(threadSchema),
  remove: oc
    .route({
      method: 'POST',
      path: '/threads/{id}/removal',
      tags,
      summary: 'Take somebody’s thread out of sight, with a reason its author is told',
    })
    .input(byId.extend(removalInput.shape))
    .output(threadSchema),
  removeReply: oc
    .route({
      method: 'POST',
      path: '/replies/{id}/removal',
      tags,
      summary: 'Take somebody’s reply out of sight, with a reason its author is told',
    })
    .input(byId.extend(removalInput.shape))
    .output(replySchema),
};
