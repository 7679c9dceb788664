import type { Document } from 'bson';
import { fieldEntries, setField } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import type { Expression, Frame } from '../expressions/expression.ts';
import { Parser } from '../expressions/parser.ts';
import { frameOf, type StageParser } from './stage.ts';

type Decision = 'keep' | 'prune' | 'descend';

/** The variables an expression decides with. */
const DECISIONS: Readonly<Record<string, Decision>> = { KEEP: 'keep', PRUNE: 'prune', DESCEND: 'descend' };

/** `$redact`: decides of each document, and of those inside it, whether they are shown. */
export const redact: StageParser = (operand, { settings }) => {
  const variables = [...(settings.variables ?? []), ...Object.keys(DECISIONS)];
  const { parser, keys } = new Parser({ ...settings, variables }).naming(['CURRENT']);
  const current = keys[0] as string;
  const expression = parser.parse(operand);
  return {
    *run(inputs, scope) {
      const frame = frameOf(scope);
      Object.assign(frame.variables, DECISIONS);
      for (const document of inputs) {
        frame.root = document;
        const shownPart = document && redacted(document, expression, frame, current);
        if (!document || shownPart) yield shownPart;
      }
    },
  };
};

function redacted(document: Document, expression: Expression, frame: Frame, current: string): Document | undefined {
  frame.variables[current] = document;
  const decision = expression.evaluate(frame);
  if (decision === 'keep') return document;
  if (decision === 'prune') return undefined;
  if (decision !== 'descend')
    throw new MongoError(
      17053,
      `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${shown(decision)}`,
    );
  const result: Document = {};
  for (const [name, value] of fieldEntries(document)) {
    const kept = redactedValue(value, expression, frame, current);
    if (kept !== undefined) setField(result, name, kept);
  }
  return result;
}

function redactedValue(value: unknown, expression: Expression, frame: Frame, current: string): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const kept = redactedValue(element, expression, frame, current);
      return kept === undefined ? [] : [kept];
    });
  }
  return isDocument(value) ? redacted(value, expression, frame, current) : value;
}
