import { plainText } from '@beffroi/shared/core/rich-text';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './message-markup.ts';

const mentionOf = (key: string) => ({ id: key, label: key });

describe('the markup of messages', () => {
  it('makes paragraphs, lists, bold, links and mentions', () => {
    const doc = parseMessage(
      'Bonjour **tous**, voir [le code](https://www.legifrance.gouv.fr/).\n\n- un\n- deux\n1. trois\n\nMerci @{juriste@anzin}.',
      mentionOf,
    );
    expect(doc.content.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'orderedList', 'paragraph']);
    expect(doc.content[0]?.content?.map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual([
      ['Bonjour ', undefined],
      ['tous', 'bold'],
      [', voir ', undefined],
      ['le code', 'link'],
      ['.', undefined],
    ]);
    expect(plainText(doc)).toBe('Bonjour tous, voir le code.\nun\ndeux\ntrois\nMerci @juriste@anzin.');
  });
});
