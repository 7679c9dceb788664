/** A pattern as JavaScript writes it. */
export interface Translation {
  source: string;
  /** `i` and `m`, as far as they are set. */
  flags: string;
}

/** Escapes of PCRE that JavaScript has not, or means otherwise; PCRE's classes are those of ASCII. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  a: '\\x07',
  e: '\\x1b',
  h: '[\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  H: '[^\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  R: '(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])',
  N: '[^\\n]',
  s: '[\\t-\\r ]',
  S: '[^\\t-\\r ]',
};

/** Inside brackets. */
const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  a: '\\x07',
  e: '\\x1b',
  h: '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  s: '\\t-\\r ',
};

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\t-\\r ',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  cntrl: '\\x00-\\x1f\\x7f',
  graph: '!-~',
  print: ' -~',
  ascii: '\\x00-\\x7f',
  '^digit': '\\D',
  '^word': '\\W',
};

/** What a pattern is made of: classes, quoted text, groups with a head of their own, escapes, comments, characters. */
const TOKEN =
  /\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\\Q(.*?)(?:\\E|$)|\(\?P?<(?=[A-Za-z_])|\(\?#[^)]*\)|\(\?P=(\w+)\)|\\x\{([0-9A-Fa-f]+)\}|\\.|#[^\n]*|./gsu;

/**
 * Translates a PCRE pattern, options standing at its beginning (`(?i)`) included.
 *
 * @throws Error for a class of characters that JavaScript cannot express
 */
export function translatePattern(pattern: string, options: string): Translation {
  const inline = /^(?:\(\?[imsx]+\))+/.exec(pattern)?.[0] ?? '';
  const set = new Set([...options, ...inline.replace(/[(?)]/g, '')]);
  const translate = (token: string, quoted?: string, name?: string, code?: string): string => {
    if (quoted !== undefined) return quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    if (name !== undefined) return `\\k<${name}>`;
    if (code !== undefined) return `\\u{${code}}`;
    if (token[0] === '[' && token.length > 1) return classOf(token);
    if (token.startsWith('(?#')) return '';
    if (token.startsWith('(?')) return '(?<';
    if (token[0] === '\\') return escapeOf(token);
    return characterOf(token, set);
  };
  return {
    source: pattern.slice(inline.length).replace(TOKEN, translate),
    flags: [...'im'].filter((flag) => set.has(flag)).join(''),
  };
}

function characterOf(token: string, set: ReadonlySet<string>): string {
  if (set.has('x') && /^(?:\s|#)/.test(token)) return '';
  const characters = [...token];
  if (characters.length > 1) return characters.map((character) => characterOf(character, set)).join('');
  if (token === '.') return set.has('s') ? '[\\s\\S]' : '[^\\n]';
  // The end of a text is also before a line feed that ends it.
  if (token === '$') return set.has('m') ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
  if (token === '^' && set.has('m')) return '(?<=\\n|(?<![\\s\\S]))';
  return token;
}

function escapeOf(token: string): string {
  const character = token.slice(1);
  if (Object.hasOwn(ESCAPES, character)) return ESCAPES[character] as string;
  // A character that means nothing in a pattern may be escaped in PCRE.
  return /[\w^$\\.*+?()[\]{}|/]/.test(character) ? token : character;
}

function classOf(token: string): string {
  const negated = token[1] === '^' ? '^' : '';
  const content = token.slice(1 + negated.length, -1);
  const inside = content.replace(/\[:(\^?)(\w+):\]|\\(.)|./gsu, (part, not, posix, escaped, index) => {
    if (posix !== undefined) return posixClass(`${not}${posix}`);
    if (escaped !== undefined) return classEscapeOf(escaped);
    return part === '[' || (part === ']' && index === 0) ? `\\${part}` : part;
  });
  return `[${negated}${inside}]`;
}

function posixClass(name: string): string {
  const content = POSIX_CLASSES[name];
  if (content === undefined) throw new Error(`the class [:${name}:] is not supported`);
  return content;
}

function classEscapeOf(character: string): string {
  if (Object.hasOwn(CLASS_ESCAPES, character)) return CLASS_ESCAPES[character] as string;
  return /[\w^$\\.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
}
