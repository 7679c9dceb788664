import { keepsToItsLine, showsSomething } from '@beffroi/shared/core/visible-text';

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The characters a text stands for. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (_, name?: string, decimal?: string, hex?: string) =>
    name ? (ENTITIES[name.toLowerCase()] as string) : String.fromCodePoint(Math.min(Number(decimal ?? `0x${hex}`), 0x10ffff)),
  );

/** The value of an attribute, `w:id`; undefined when it is not there. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const value = attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
  return value === undefined ? undefined : unescaped(value);
};

export interface XmlTag {
  name: string;
  kind: 'open' | 'close' | 'empty';
  attributes: string;
  /** What stands between the tag before and this one, escaped. */
  text: string;
}

// No « < » within a tag, as the standard has it: a tag that never ends is given up at the next, not at the end of the file.
const TAG = /<(\/?)([\w:]+)((?:[^<>"]|"[^"<]*")*)>/g;

/** The tags of a part, one after the other. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  let end = 0;
  for (const match of xml.matchAll(TAG)) {
    const [whole, closing, name = '', attributes = ''] = match;
    const kind = closing ? 'close' : attributes.endsWith('/') ? 'empty' : 'open';
    yield { name, kind, attributes, text: xml.slice(end, match.index) };
    end = match.index + whole.length;
  }
}

const NAME_MAX = 120;
/** Some programs write the first day there is for a date they do not know. */
const FIRST_YEAR = 1990;

/** Who the file says did something, and when (an ISO instant); null where the date is none that can be. */
export const signatureOf = (attributes: string): { author: string; at: string | null } => {
  const date = new Date(attributeOf(attributes, 'w:date') ?? '');
  const isKnown = date.getUTCFullYear() >= FIRST_YEAR && date.getTime() <= Date.now() + 24 * 3_600_000;
  const name = (attributeOf(attributes, 'w:author') ?? '').trim().slice(0, NAME_MAX);
  return {
    author: showsSomething(name) && keepsToItsLine(name) ? name : 'Auteur inconnu',
    at: isKnown ? date.toISOString() : null,
  };
};
