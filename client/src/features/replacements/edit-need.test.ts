import { expect, test } from 'vitest';
import { beginEdit, changesOf, differencesWith, type NeedEdit, rebased } from './edit-need.ts';
import { aNeed, aSlot } from './needs.fixtures.ts';

const NEED = aNeed('n', {
  place: 'École Jules-Ferry',
  contact: 'La directrice',
  version: 4,
  slots: [aSlot('2099-11-23.am', 'filled'), aSlot('2099-11-24.am', 'cancelled')],
});
const typing = (typed: Partial<NeedEdit['typed']>): NeedEdit => {
  const edit = beginEdit(NEED);
  return { ...edit, typed: { ...edit.typed, ...typed } };
};

test('nothing is sent of what was not changed', () => {
  expect(changesOf(beginEdit(NEED), NEED)).toEqual({});
  expect(changesOf(typing({ place: ' École Jules-Ferry ', note: 'Classe de petits' }), NEED)).toEqual({ note: 'Classe de petits' });
});

test('half-days the need has are not added again; one that was cancelled may be', () => {
  const { addSlots } = changesOf(typing({ slots: ['2099-11-23.am', '2099-11-24.am', '2099-11-25.pm'] }), NEED);
  expect(addSlots?.map(({ date, half }) => `${date}.${half}`)).toEqual(['2099-11-24.am', '2099-11-25.pm']);
});

test('what another changed meanwhile is named, and what both changed is told apart', () => {
  const theirs = { ...NEED, place: 'École Pauline-Kergomard', urgency: 'high' as const, version: 6 };
  expect(differencesWith(typing({ place: 'École Curie' }), theirs)).toEqual([
    { label: 'Lieu', mine: 'École Curie', theirs: 'École Pauline-Kergomard', disputed: true },
    { label: 'Urgence', mine: 'Prévu', theirs: 'Urgent', disputed: false },
  ]);
});

test('a change carried over to what the need says now keeps what was typed and takes the rest', () => {
  const theirs = { ...NEED, place: 'École Pauline-Kergomard', urgency: 'high' as const, version: 6 };
  const carried = rebased(typing({ place: 'École Curie', slots: ['2099-11-25.pm'] }), theirs);
  expect(carried).toMatchObject({ version: 6, typed: { place: 'École Curie', urgency: 'high', slots: ['2099-11-25.pm'] } });
  expect(changesOf(carried, theirs)).toMatchObject({ place: 'École Curie', addSlots: [{ date: '2099-11-25', half: 'pm' }] });
  expect(changesOf(carried, theirs)).not.toHaveProperty('urgency');
});
