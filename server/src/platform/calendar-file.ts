/** One appointment, as a calendar takes it. */
export interface CalendarEvent {
  /** The same for each version of the same appointment. */
  uid: string;
  /** Raised with each change: a calendar keeps the highest. */
  sequence: number;
  changedAt: Date;
  start: Date;
  minutes: number;
  summary: string;
  location: string;
  description: string;
  url: string;
  cancelled: boolean;
}

const LINE_OCTETS = 75;

/** RFC 5545, 3.3.11: what means something in a text is escaped; what cannot be written there goes. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text of a calendar may hold them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.3.5: an instant in UTC. No zone has to be described, and every calendar shows its own hour. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** RFC 5545, 3.1: a line goes on after 75 octets, never in the middle of a character. */
const folded = (line: string): string => {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
};

const eventLines = (event: CalendarEvent): string[] => {
  const end = new Date(event.start.getTime() + event.minutes * 60_000);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `DTSTART:${instant(event.start)}`,
    `DTEND:${instant(end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
};

/** Appointments as a file any calendar opens (RFC 5545): one at least, all called off or none. */
export const calendarFile = (events: readonly [CalendarEvent, ...CalendarEvent[]]): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Beffroi//Beffroi//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${events[0].cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
