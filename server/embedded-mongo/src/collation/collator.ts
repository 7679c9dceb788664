import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';

type Compare = (a: string, b: string) => number;

/** What the JavaScript engine calls the strengths of comparison: letters, then accents, then case. */
const SENSITIVITY: Record<number, Intl.CollatorOptions['sensitivity']> = { 1: 'base', 2: 'accent', 3: 'variant' };
const CASE_FIRST: Record<string, Intl.CollatorOptions['caseFirst']> = { off: 'false', upper: 'upper', lower: 'lower' };

/** Making one reads the rules of a language, and the same few are asked for again and again. */
const made = new Map<string, Compare>();
const MOST_KEPT = 100;

/**
 * The comparison of strings that a collation describes, by the ICU rules the JavaScript engine carries.
 *
 * @param spec every setting
 * @param given those the client has chosen: a language has defaults of its own for the others
 * @throws MongoError 2 for a locale there is not, 238 for a setting the engine does not let be chosen
 */
export function collatorFor(spec: Document, given: Document): Compare {
  const name = JSON.stringify([spec, given.caseFirst]);
  const known = made.get(name);
  if (known) return known;
  refuseUnsupported(spec, given);
  const { compare } = new Intl.Collator(languageTag(spec.locale), {
    usage: 'sort',
    sensitivity: spec.strength === 1 && spec.caseLevel ? 'case' : SENSITIVITY[spec.strength],
    numeric: spec.numericOrdering,
    ignorePunctuation: spec.alternate === 'shifted',
    ...(given.caseFirst ? { caseFirst: CASE_FIRST[given.caseFirst] } : {}),
  });
  if (made.size >= MOST_KEPT) made.clear();
  made.set(name, compare);
  return compare;
}

function refuseUnsupported(spec: Document, given: Document): void {
  const refused = [
    spec.strength > 3 && 'a strength above 3',
    spec.caseLevel && spec.strength === 2 && 'caseLevel with a strength of 2',
    given.backwards !== undefined && spec.backwards && 'backwards: a locale such as fr_CA has it of its own accord',
    spec.alternate === 'shifted' && spec.maxVariable === 'space' && "maxVariable: 'space'",
  ].find(Boolean);
  if (refused) throw new MongoError(238, `the embedded store has no collation with ${refused}`);
}

/** ICU names a locale `de_AT@collation=phonebook` where the engine wants `de-AT-u-co-phonebk`. */
function languageTag(locale: string): string {
  const [language = '', keyword] = locale.split('@');
  const variant = keyword?.replace(/^collation=/, '');
  const extension = variant ? `-u-co-${VARIANTS[variant] ?? variant}` : '';
  const tag = `${language.replaceAll('_', '-')}${extension}`;
  if (!isKnown(tag, variant)) throw new MongoError(2, `Field 'locale' is invalid in: { locale: "${locale}" }`);
  return tag;
}

const VARIANTS: Record<string, string> = { phonebook: 'phonebk', traditional: 'trad', dictionary: 'dict', gb2312han: 'gb2312' };

function isKnown(tag: string, variant: string | undefined): boolean {
  try {
    const resolved = new Intl.Collator(tag).resolvedOptions();
    const found = Intl.Collator.supportedLocalesOf([tag]).length > 0;
    return found && (variant === undefined || variant === 'standard' || resolved.collation === (VARIANTS[variant] ?? variant));
  } catch (error) {
    // Not even the form of a language tag.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
