/**
 * A value written as JSON once, for many answers: what everyone is shown is kept as text, and each reader's own fields are put beside
 * it. The type says what was written, so that a field forgotten does not compile.
 */
export type Written<T> = string & { readonly written: T };

export const write = <T>(value: T): Written<T> => JSON.stringify(value) as Written<T>;

/** What was written, as a value of its own. */
export const readBack = <T>(text: Written<T>): T => JSON.parse(text);

const EMPTY = '{}';

/** An object written before, with these fields after its own; none may be among its own. */
export const withFields = <T extends object, F extends object>(text: Written<T>, fields: F): Written<T & F> => {
  const added = JSON.stringify(fields);
  if (added === EMPTY) return text as unknown as Written<T & F>;
  return (text === EMPTY ? added : `${text.slice(0, -1)},${added.slice(1)}`) as Written<T & F>;
};

/** An object written before, with one more field, whose value was written before too. */
export const withField = <T extends object, K extends string, V>(text: Written<T>, key: K, value: Written<V>): Written<T & Record<K, V>> =>
  `${text === EMPTY ? '{' : `${text.slice(0, -1)},`}${JSON.stringify(key)}:${value}}` as Written<T & Record<K, V>>;

export const listOf = <T>(items: readonly Written<T>[]): Written<T[]> => `[${items.join()}]` as Written<T[]>;

/** What a read answers when its JSON is written already. */
export class WrittenAnswer {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** For a handler, whose contract knows values only; `http/api.ts` sends it as it is. */
export const answerOf = <T>(text: Written<T>): T => new WrittenAnswer(text) as unknown as T;
