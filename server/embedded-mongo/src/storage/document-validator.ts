import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { compileSchema } from '../json-schema/compile-schema.ts';
import { brokenRules } from '../json-schema/rule.ts';
import { MongoError } from '../mongo-error.ts';
import { compileFilter } from '../query/filter.ts';

/** Holds the documents of a collection to the rule its options state. */
export class DocumentValidator {
  readonly #rule: Document;
  readonly #accepts: (document: Document) => boolean;
  /** Documents that already broke the rule may go on doing so. */
  readonly #lenient: boolean;

  /** @throws MongoError when the rule is no filter */
  constructor(rule: Document, level: unknown) {
    this.#rule = rule;
    this.#accepts = compileFilter(rule);
    this.#lenient = level === 'moderate';
  }

  /**
   * @param before what an update changes
   * @throws MongoError 121 with what is broken in `errInfo`
   */
  check(document: Document, before?: Document): void {
    if (this.#accepts(document)) return;
    if (before && this.#lenient && !this.#accepts(before)) return;
    const errInfo = { failingDocumentId: document._id, details: brokenClauses(this.#rule, document) };
    throw new MongoError(121, 'Document failed validation', { errInfo });
  }
}

/** The parts of a rule that a document breaks, each by itself when the rule has several. */
function brokenClauses(rule: Document, document: Document): Document {
  const clauses = Object.entries(rule);
  const [only] = clauses;
  if (only && clauses.length === 1) return brokenClause(only, document);
  const clausesNotSatisfied = clauses.flatMap((clause, index) =>
    compileFilter(Object.fromEntries([clause]))(document) ? [] : [{ index, details: brokenClause(clause, document) }],
  );
  return { operatorName: '$and', clausesNotSatisfied };
}

function brokenClause([name, operand]: [string, unknown], document: Document): Document {
  if (name === '$jsonSchema') {
    const { title, description } = asDocument(operand) ?? {};
    const about = { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
    return { operatorName: name, ...about, schemaRulesNotSatisfied: brokenRules(compileSchema(operand), document) };
  }
  const operator = name.startsWith('$') ? name : (Object.keys(asDocument(operand) ?? {}).find((key) => key.startsWith('$')) ?? '$eq');
  return { operatorName: operator, specifiedAs: { [name]: operand } };
}
