import { describe, expect, test } from 'vitest';
import { answerOf, listOf, readBack, WrittenAnswer, withField, withFields, write } from './written-json.ts';

const shared = { id: 'a"b', text: 'l’élu\u2028 </script> \ud83d\ude00', none: null, list: [1, { deep: true }] };

describe('what was written', () => {
  test('reads as the whole object would, whatever its texts hold', () => {
    const own = { useful: true, abilities: { 'reply.edit': false } };
    expect(JSON.parse(withFields(write(shared), own))).toEqual({ ...shared, ...own });
    expect(readBack(withField(withFields(write(shared), own), 'it"ems', listOf([write<object>(shared), write<object>(own)])))).toEqual({
      ...shared,
      ...own,
      'it"ems': [shared, own],
    });
  });

  test.each([
    ['nothing and nothing', {}, {}],
    ['nothing and something', {}, { one: 1 }],
    ['something and nothing', { one: 1 }, {}],
    ['something and what JSON leaves out', { one: 1 }, { two: undefined }],
  ])('joins %s', (_case, text, fields) => {
    expect(JSON.parse(withFields(write(text), fields))).toEqual({ ...text, ...JSON.parse(JSON.stringify(fields)) });
    expect(JSON.parse(withField(write(text), 'last', listOf([])))).toEqual({ ...text, last: [] });
  });

  test('is sent by a handler as it is', () => {
    const answer = answerOf(write(shared)) as unknown;
    expect(answer).toBeInstanceOf(WrittenAnswer);
    expect((answer as WrittenAnswer).json).toBe(JSON.stringify(shared));
  });
});
