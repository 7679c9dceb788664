import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { fieldPath } from '../expressions/field-path.ts';
import type { Parser } from '../expressions/parser.ts';
import { ProjectionNode } from './projection-node.ts';
import { frameOf, mapped, readsOf, type StageParser } from './stage.ts';

/** `$addFields`, also called `$set`. */
export const addFields: StageParser = (operand, context, name) => {
  if (!isDocument(operand)) throw new MongoError(40272, `${name} specification stage must be an object, got ${typeName(operand)}`);
  if (Object.keys(operand).length === 0) throw invalid(name, 40177, 'specification must have at least one field');
  const parser = context.parser();
  const root = new ProjectionNode();
  placeFields(root, operand, '', parser, name);
  for (const [field, value] of root.fields) if (value instanceof ProjectionNode) parser.dependencies.fields.add(field);
  return {
    reads: readsOf(parser),
    run(inputs, scope) {
      const frame = frameOf(scope);
      return mapped(inputs, (document) => {
        frame.root = document;
        return root.computed(document, frame);
      });
    },
  };
};

function invalid(name: string, code: number, message: string): MongoError {
  return new MongoError(code, `Invalid ${name} :: caused by :: ${message}`);
}

function placeFields(root: ProjectionNode, spec: Document, prefix: string, parser: Parser, name: string): void {
  for (const [field, value] of fieldEntries(spec)) {
    const path = `${prefix}${field}`;
    fieldPath(field);
    if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0)
        throw invalid(name, 40180, `an empty object is not a valid value. Found empty object at path '${path}'`);
      placeFields(root, value, `${path}.`, parser, name);
    } else placeField(root, path, value, parser, name);
  }
}

function placeField(root: ProjectionNode, path: string, value: unknown, parser: Parser, name: string): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let node: ProjectionNode | undefined = root;
  for (const part of names) {
    node = node.child(part);
    if (!node) throw conflict(name, path);
  }
  if (node.fields.has(last)) throw conflict(name, path);
  node.fields.set(last, parser.parse(value));
}

function conflict(name: string, path: string): MongoError {
  return invalid(name, 40176, `specification contains two conflicting paths. Cannot specify both '${path}' and a path it lies in or holds`);
}
