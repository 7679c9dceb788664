import type { Document } from 'bson';
import { compileExpression } from '../aggregation/expression.ts';
import type { Expression } from '../aggregation/expressions/expression.ts';
import { fieldPath } from '../aggregation/expressions/field-path.ts';
import { type Projected, ProjectionNode } from '../aggregation/stages/projection-node.ts';
import { fieldEntries, fieldNames } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { isTrue } from '../bson/truth.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { MongoError } from '../mongo-error.ts';
import { isNumeric } from '../numbers/numeric.ts';
import { type ArrayProjection, positionalProjection, sliceProjection } from './array-projections.ts';
import { compileElementFilter, type Variables } from './filter.ts';
import { compileMatchedPosition } from './matched-position.ts';

/** What a projection depends on besides itself. */
export interface ProjectionContext {
  /** The filter by which documents are found, for positional operators. */
  filter: Document;
  variables?: Variables | undefined;
  collation?: Collation | undefined;
}

/** Reads a projection field by field: what comes first decides whether fields are kept or left out. */
export class ProjectionParser {
  readonly root = new ProjectionNode();
  /** What is done to arrays once fields have been kept or left out, in the order given. */
  readonly arrays: ArrayProjection[] = [];
  readonly #context: ProjectionContext;
  #inclusion: boolean | undefined;
  #idFlag: boolean | undefined;
  #hasPositional = false;
  #hasElemMatch = false;
  #hasSlice = false;

  constructor(context: ProjectionContext) {
    this.#context = context;
  }

  /**
   * True when fields are kept, false when they are left out.
   *
   * @throws MongoError 31253, 31254 and others for what cannot stand together
   */
  parse(spec: Document): boolean {
    this.#parseFields(spec, []);
    const inclusion = this.#inclusion ?? (this.#hasSlice ? this.#idFlag === true : this.#hasElemMatch || this.#idFlag === true);
    if (!inclusion && this.#idFlag === true) this.root.fields.delete('_id');
    if (inclusion && !this.root.fields.has('_id')) this.root.fields.set('_id', 'keep');
    return inclusion;
  }

  #parseFields(spec: Document, parents: readonly string[]): void {
    for (const [name, value] of fieldEntries(spec)) this.#parseField(name, value, parents);
  }

  #parseField(name: string, value: unknown, parents: readonly string[]): void {
    if (name.includes('.$.')) throw new MongoError(31394, MIDDLE_POSITIONAL);
    const positional = name.endsWith('.$');
    if (isDocument(value)) {
      if (positional) throw new MongoError(31271, 'positional projection cannot be used with an expression or sub object');
      this.#parseDocument(name, value, parents);
    } else if (typeof value !== 'boolean' && !isNumeric(value)) {
      if (positional) throw new MongoError(31308, 'positional projection cannot be used with a literal');
      this.#parseLiteral(name, value, parents);
    } else if (positional) this.#parsePositional(name, value, parents);
    else this.#parseFlag(name, isTrue(value), parents);
  }

  #parseFlag(name: string, flag: boolean, parents: readonly string[]): void {
    const path = [...parents, ...fieldPath(name)];
    this.#place(path, flag ? 'keep' : 'drop');
    if (path.length === 1 && name === '_id') {
      this.#idFlag = flag;
      return;
    }
    if (flag && this.#inclusion === false) throw new MongoError(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
    if (!flag && this.#inclusion === true) throw new MongoError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
    this.#inclusion = flag;
  }

  #parsePositional(name: string, value: unknown, parents: readonly string[]): void {
    if (!isTrue(value)) throw new MongoError(31395, 'positional projection cannot be used with exclusion');
    if (this.#hasPositional) throw new MongoError(31276, 'Cannot specify more than one positional projection per query.');
    if (this.#hasElemMatch) throw new MongoError(31256, 'Cannot specify positional operator and $elemMatch.');
    if (name === '.$') throw new MongoError(5392900, `Projection on field ${name} is invalid`);
    const path = [...parents, ...fieldPath(name.slice(0, -'.$'.length))];
    this.#place(path, 'keep');
    if (this.#inclusion === false) throw new MongoError(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
    this.#inclusion = true;
    this.#hasPositional = true;
    this.arrays.push(positionalProjection(path, compileMatchedPosition(this.#context.filter, this.#context.variables)));
  }

  #parseLiteral(name: string, value: unknown, parents: readonly string[]): void {
    this.#place([...parents, ...fieldPath(name)], this.#expression(value));
    if (this.#inclusion === false)
      throw new MongoError(31310, `Cannot use an expression ${name}: ${shown(value)} in an exclusion projection`);
    this.#inclusion = true;
  }

  #parseDocument(name: string, value: Document, parents: readonly string[]): void {
    const [operator, ...others] = fieldNames(value);
    if (operator === undefined) throw new MongoError(51270, `Invalid empty sub-projection: ${name}`);
    const path = [...parents, ...fieldPath(name)];
    if (!operator.startsWith('$') || others.length > 0) return this.#parseFields(value, this.#parents(path));
    if (operator === '$slice') this.#parseSlice(path, value);
    else if (operator === '$elemMatch') this.#parseElemMatch(path, value.$elemMatch);
    else if (operator === '$meta') throw new MongoError(238, '$meta projections need a text index, which the embedded store does not have');
    else this.#parseExpression(path, value);
  }

  #parents(path: readonly string[]): readonly string[] {
    this.#place(path, new ProjectionNode());
    return path;
  }

  #parseSlice(path: readonly string[], value: Document): void {
    const slice = sliceProjection(path, value.$slice);
    if (!slice) {
      if (Array.isArray(value.$slice) && value.$slice.length > 1 && value.$slice.length < 4) return this.#parseExpression(path, value);
      throw new MongoError(28667, `Invalid $slice syntax. The given syntax ${shown(value)} did not match the find() syntax`);
    }
    this.#place(path, 'keep');
    this.#hasSlice = true;
    this.arrays.push(slice);
  }

  #parseElemMatch(path: readonly string[], criteria: unknown): void {
    if (!isDocument(criteria)) throw new MongoError(31274, `elemMatch: Invalid argument, object required, but got ${typeName(criteria)}`);
    if (this.#hasPositional) throw new MongoError(31255, 'Cannot specify positional operator and $elemMatch.');
    if (path.length > 1) throw new MongoError(31275, 'Cannot use $elemMatch projection on a nested field.');
    const [name] = path as [string];
    const matches = compileElementFilter({ list: { $elemMatch: criteria } }, this.#context.collation);
    this.#hasElemMatch = true;
    this.#place(path, {
      constant: false,
      evaluate({ root }) {
        const array: unknown = (root as Document)[name];
        const found = Array.isArray(array) ? array.findIndex((element) => matches({ list: [element] })) : -1;
        return found < 0 ? undefined : [(array as unknown[])[found]];
      },
    });
  }

  #parseExpression(path: readonly string[], value: Document): void {
    if (this.#inclusion === false) throw new MongoError(31252, 'Cannot use expression other than $meta in exclusion projection');
    this.#inclusion = true;
    this.#place(path, this.#expression(value));
  }

  #expression(value: unknown): Expression {
    const evaluate = compileExpression(value, this.#context.variables, this.#context.collation);
    return { constant: false, evaluate: ({ root }) => evaluate(root as Document) };
  }

  /** @throws MongoError 31249 or 31250 when one path lies inside another, or stands twice */
  #place(path: readonly string[], projected: Projected): void {
    let node = this.root;
    for (const [depth, name] of path.slice(0, -1).entries()) {
      const child = node.child(name);
      if (!child) throw new MongoError(31249, `Path collision at ${path.join('.')} remaining portion ${path.slice(depth + 1).join('.')}`);
      node = child;
    }
    const last = path.at(-1) as string;
    const existing = node.fields.get(last);
    if (existing instanceof ProjectionNode && projected instanceof ProjectionNode) return;
    if (existing !== undefined) throw new MongoError(31250, `Path collision at ${path.join('.')}`);
    node.fields.set(last, projected);
  }
}

const MIDDLE_POSITIONAL =
  "As of 4.4, it's illegal to specify positional operator in the middle of a path.Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like a.b.$.d, remove the parts following the '$' and the results will be equivalent.";
