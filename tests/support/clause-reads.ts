import { contract } from '@beffroi/shared/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import { ClauseModel } from '../../server/src/features/clauses/clause.model.ts';
import { ok } from './api-client.ts';
import type { Server } from './start-server.ts';
import { buildReply, buildThread, type TestClub, type TestPerson } from './world.ts';

/** Database commands the reads of what becomes of an answer may send. */
export const CLAUSES_MAX: Record<string, number> = { 'clauses.models': 6, 'clauses.ofThread': 5 };

/** @param id gives the thread that was answered */
export const clauseReads = (id: () => string): [string, AnyContractProcedure, () => object][] => [
  ['clauses.ofThread', contract.clauses.ofThread, () => ({ id: id() })],
  ['clauses.models', contract.clauses.models, () => ({ id: id(), q: 'ccap' })],
];

/** A thread whose author accepted an answer. */
export const buildAnswered = async (server: Server, author: TestPerson, club: TestClub): Promise<string> => {
  const { id } = (await buildThread(server, { club, author })).thread;
  await ok(author.session, contract.forum.accept, { id, replyId: (await buildReply(author, id)).id });
  return id;
};

/** As if the answer had been proposed there: what is written in a document is followed later on, amid what is counted. */
export const keepClause = (threadId: string, templateId: string, { id }: TestPerson) =>
  ClauseModel.create({ threadId, templateId, article: 'Article 1', by: { id, name: '', commune: null }, at: new Date() });
