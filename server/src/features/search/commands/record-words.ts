import { forgetAtClose } from '../../../platform/forget-at-close.ts';
import { vocabularyOf } from '../french-terms.ts';
import { PREFIX_LENGTH, SearchWordModel } from '../search-word.model.ts';

// Times this process met each form. The store is told of a form when it is new and each time its count doubles: a forum
// uses the same words over and over, and one write a word for each text would cost more than the text.
const FORMS_KEPT = 100_000;
const met = new Map<string, number>();
forgetAtClose(() => met.clear());

const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;

const prefixesOf = (form: string): string[] => {
  const prefixes: string[] = [];
  for (let length = PREFIX_LENGTH.min; length <= Math.min(form.length, PREFIX_LENGTH.max); length++) prefixes.push(form.slice(0, length));
  return prefixes;
};

/** Keeps the words of these texts in the vocabulary that completes words being typed and tells rare words from common ones. */
export const recordWords = async (...texts: string[]): Promise<void> => {
  if (met.size >= FORMS_KEPT) met.clear();
  const changed = new Map<string, { uses: number; prefixes: Set<string> }>();
  for (const [form, term] of texts.flatMap((text) => [...vocabularyOf(text)])) {
    const count = (met.get(form) ?? 0) + 1;
    met.set(form, count);
    if (!isPowerOfTwo(count)) continue;
    const change = changed.get(term) ?? { uses: 0, prefixes: new Set() };
    change.uses += Math.ceil(count / 2);
    for (const prefix of prefixesOf(form)) change.prefixes.add(prefix);
    changed.set(term, change);
  }
  if (changed.size === 0) return;
  await SearchWordModel.collection.bulkWrite(
    [...changed].map(([term, { uses, prefixes }]) => ({
      updateOne: { filter: { _id: term }, update: { $inc: { uses }, $addToSet: { prefixes: { $each: [...prefixes] } } }, upsert: true },
    })) as never[],
    { ordered: false },
  );
};
