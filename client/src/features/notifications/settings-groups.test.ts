import { EXCHANGE_KINDS, NOTIFICATION_KINDS } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { expect, it } from 'vitest';
import { ANIMATING, OF_MY_CLUBS, TO_ME } from './settings-groups.ts';

it('has every kind of notification on the page, once: what a mail’s foot cites is found there', () => {
  expect([...TO_ME, ...OF_MY_CLUBS, ...EXCHANGE_KINDS, ...ANIMATING].sort()).toEqual([...NOTIFICATION_KINDS].sort());
});
