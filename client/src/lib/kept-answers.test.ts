import { ORPCError } from '@orpc/client';
import { beforeEach, expect, it } from 'vitest';
import { answerOrKept, forgetAnswers, keepAnswer, takeFromDevice } from './kept-answers.ts';

const unreachable = async (): Promise<{ title: string }> => {
  throw new TypeError('Failed to fetch');
};
const refusing = (status: number) => async (): Promise<{ title: string }> => {
  throw new ORPCError('REFUSED', { status });
};

beforeEach(() => {
  localStorage.clear();
  takeFromDevice();
});

it('gives what was kept where the server cannot be reached, and says so once', async () => {
  keepAnswer('template.1', { title: 'CCAP' });
  expect(await answerOrKept('template.1', async () => ({ title: 'CCTP' }))).toEqual({ title: 'CCTP' });
  expect(takeFromDevice()).toBe(false);
  expect(await answerOrKept('template.1', unreachable)).toEqual({ title: 'CCAP' });
  expect(takeFromDevice()).toBe(true);
  expect(takeFromDevice()).toBe(false);
});

it('fails where nothing was kept', async () => {
  await expect(answerOrKept('template.2', unreachable)).rejects.toThrow('Failed to fetch');
});

it.each([403, 404])('gives nothing once refused (%i), then or later', async (status) => {
  keepAnswer('template.1', { title: 'CCAP' });
  await expect(answerOrKept('template.1', refusing(status))).rejects.toThrow();
  await expect(answerOrKept('template.1', unreachable)).rejects.toThrow();
});

it('does not take a server that fails for one that is away', async () => {
  keepAnswer('template.1', { title: 'CCAP' });
  await expect(answerOrKept('template.1', refusing(503))).rejects.toThrow();
});

it('forgets all it kept, and nothing else', async () => {
  keepAnswer('me', { title: 'CCAP' });
  localStorage.setItem('beffroi.document.p1.d1', '2');
  forgetAnswers();
  await expect(answerOrKept('me', unreachable)).rejects.toThrow();
  expect(localStorage.getItem('beffroi.document.p1.d1')).toBe('2');
});
