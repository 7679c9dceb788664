import { expect, test } from 'vitest';
import { arrivalMessage, waysToTell, withLinks } from './arrival-words.ts';
import { aBooking, aNeed } from './needs.fixtures.ts';

const NEED = aNeed('n', { place: 'École Jules-Ferry', contact: 'La directrice, 03 27 11 22 33, ecole@hergnies.example' });

test('telephones and addresses of a text are links, whatever stands around them', () => {
  expect(withLinks(NEED.contact).filter(({ href }) => href)).toEqual([
    { text: '03 27 11 22 33', href: 'tel:0327112233' },
    { text: 'ecole@hergnies.example', href: 'mailto:ecole@hergnies.example' },
  ]);
  expect(withLinks('(+33 6.12.34.56.78)').map(({ href }) => href)).toEqual([null, 'tel:+33612345678', null]);
  expect(withLinks('Salle 12, le 24 11 2026')).toEqual([{ text: 'Salle 12, le 24 11 2026', href: null }]);
});

test('the school is told who comes, when and how to reach her, at the address the need gives', () => {
  const bookings = [aBooking('Camille', '2099-11-25.pm'), aBooking('Camille', '2099-11-24.am', { phone: '06 12 34 56 78' })];
  const text = arrivalMessage(NEED, [...bookings].reverse());
  expect(text).toMatch(/Camille.*École Jules-Ferry[\s\S]*24[\s\S]*matin[\s\S]*25[\s\S]*après-midi[\s\S]*06 12 34 56 78[\s\S]*Hergnies/);
  const [mail, sms] = waysToTell(NEED, text).map(({ href }) => href);
  expect(mail).toMatch(/^mailto:ecole@hergnies\.example\?subject=Remplacement/);
  expect(sms).toContain(`sms:0327112233?body=${encodeURIComponent(text)}`);
  expect(waysToTell({ ...NEED, contact: '' }, text).map(({ href }) => href.split('?')[0])).toEqual(['mailto:', 'sms:']);
});
