import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

const event: CalendarEvent = {
  uid: 'entretien-1@beffroi.example',
  sequence: 3,
  changedAt: new Date('2026-11-28T10:00:00.000Z'),
  start: new Date('2026-12-03T13:30:00.000Z'),
  minutes: 45,
  summary: 'Entretien : ATSEM, école « Jules Ferry » ; Anzin, 2 étage',
  location:
    'Mairie d’Anzin, salle des mariages (1er étage) ; sonner à l’accueil, puis suivre les flèches jusqu’au bureau des ressources humaines',
  description: 'Apportez vos diplômes.\nPrévoir 45 minutes \\ parking\r\nBEGIN:VEVENT',
  url: 'https://extranet.example/emplois/mes-candidatures/1',
  cancelled: false,
};
const read = (change: Partial<CalendarEvent> = {}) => {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile([{ ...event, ...change }])));
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  expect(others).toEqual([]);
  return { calendar, component: component as ICAL.Component, event: new ICAL.Event(component as ICAL.Component) };
};

describe('an appointment as a calendar file', () => {
  it('is read by another library as it was meant, whatever its texts hold', () => {
    const { event: found, component, calendar } = read();
    expect(found.uid).toBe(event.uid);
    expect(found.sequence).toBe(3);
    expect(found.startDate.toJSDate()).toEqual(event.start);
    expect(found.duration.toSeconds()).toBe(45 * 60);
    expect(found.summary).toBe(event.summary);
    expect(found.location).toBe(event.location);
    expect(found.description).toBe(event.description.replace('\r\n', '\n'));
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstPropertyValue('url')).toBe(event.url);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });
  it('is told off as it was told of', () => {
    const { calendar, component } = read({ cancelled: true });
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
  it('stands beside others in one file', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarFile([event, { ...event, uid: 'entretien-2@beffroi.example' }])));
    const uids = calendar.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('uid'));
    expect(uids).toEqual([event.uid, 'entretien-2@beffroi.example']);
  });
  it('has lines of 75 octets at most, each ended as the standard says, cut between characters', () => {
    const file = calendarFile([{ ...event, summary: 'é'.repeat(200), location: '😀'.repeat(60) }]);
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(read({ summary: 'é'.repeat(200), location: '😀'.repeat(60) }).event.location).toBe('😀'.repeat(60));
  });
});
