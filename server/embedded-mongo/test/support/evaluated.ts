import { BSON, type Db, type Document, MongoServerError } from 'mongodb';

/** Results with every type told apart, whatever JavaScript would make of it. */
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

/** A document with its exact BSON types, as text to compare; a field that is `undefined` is not there. */
export const exactly = (document: Document): string => BSON.EJSON.stringify(withoutMissing(document), { relaxed: false });

const withoutMissing = (document: Document) => Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));

/** A pipeline over these documents, `$literal` keeping what they hold from being evaluated. */
const over = (documents: Document[], pipeline: Document[]) => [{ $documents: { $literal: documents } }, ...pipeline];
const computing = (expression: unknown, document: Document) => over([document], [{ $replaceWith: { v: expression } }]);

/** What an expression gives for a document, as `exactly` writes `{v: value}`. */
export async function evaluated(db: Db, expression: unknown, document: Document = {}): Promise<string> {
  const [result] = await db.aggregate(computing(expression, document), EXACT).toArray();
  return exactly(result ?? {});
}

/** The code an expression is refused with. */
export async function refusal(db: Db, expression: unknown, document: Document = {}): Promise<number | undefined> {
  return await codeOf(db.aggregate(computing(expression, document)).toArray());
}

/** The code of the server's error something ends with; `undefined` when it ends well. */
export async function codeOf(answer: Promise<unknown>): Promise<number | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    if (error instanceof MongoServerError) return Number(error.code);
    throw error;
  }
}
