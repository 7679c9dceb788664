import { Decimal128, type Document, Double } from 'bson';
import { expect, test } from 'vitest';
import { compileSchema } from './compile-schema.ts';
import { brokenRules, satisfies } from './rule.ts';

const RIGHT: [schema: Document, document: Document][] = [
  [{}, { a: 1 }],
  [{ required: ['a'] }, { a: null }],
  [{ properties: { a: { bsonType: 'string' } } }, {}],
  [{ properties: { a: { bsonType: ['string', 'null'] } } }, { a: null }],
  [{ properties: { a: { type: 'number' } } }, { a: Decimal128.fromString('1.5') }],
  [{ properties: { a: { type: 'boolean' } } }, { a: true }],
  [{ properties: { a: { bsonType: 'double' } } }, { a: new Double(1) }],
  [{ properties: { a: { maximum: 5 } } }, { a: 5 }],
  [{ properties: { a: { maximum: 5 } } }, { a: 'no number' }],
  [{ properties: { a: { minimum: 5, exclusiveMinimum: true } } }, { a: 5.5 }],
  [{ properties: { a: { multipleOf: 2.5 } } }, { a: 7.5 }],
  [{ properties: { a: { maxLength: 2 } } }, { a: 'é😀' }],
  [{ properties: { a: { pattern: '^ab' } } }, { a: 'abc' }],
  [{ properties: { a: { enum: [1, { x: 1, y: 2 }] } } }, { a: { y: 2, x: 1 } }],
  [{ properties: { a: { uniqueItems: true } } }, { a: [1, '1', [1]] }],
  [{ properties: { a: { items: { bsonType: 'int' } } } }, { a: [1, 2] }],
  [{ properties: { a: { items: [{ bsonType: 'int' }] } } }, { a: [1, 'beyond'] }],
  [{ properties: { a: { items: [{ bsonType: 'int' }], additionalItems: { bsonType: 'string' } } } }, { a: [1, 'beyond'] }],
  [
    { properties: { a: {} }, patternProperties: { '^b': {} }, additionalProperties: false },
    { a: 1, bc: 1 },
  ],
  [{ additionalProperties: { bsonType: 'int' } }, { a: 1 }],
  [{ dependencies: { a: ['b'], c: { required: ['d'] } } }, { a: 1, b: 1 }],
  [{ maxProperties: 1 }, { a: 1 }],
  [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, { b: 1 }],
  [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { b: 1 }],
  [{ allOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1, b: 1 }],
  [{ not: { required: ['a'] } }, { b: 1 }],
  [{ title: 't', description: 'd' }, {}],
];

test.each(RIGHT)('%j accepts %j', (schema, document) => {
  expect(satisfies(compileSchema(schema), document)).toBe(true);
});

const BROKEN: [schema: Document, document: Document, details: Document][] = [
  [{ required: ['a', 'b'] }, { a: 1 }, { operatorName: 'required', specifiedAs: { required: ['a', 'b'] }, missingProperties: ['b'] }],
  [
    { properties: { a: { bsonType: 'string', description: 'a name' } } },
    { a: 1 },
    {
      operatorName: 'properties',
      propertiesNotSatisfied: [
        {
          propertyName: 'a',
          description: 'a name',
          details: [
            {
              operatorName: 'bsonType',
              specifiedAs: { bsonType: 'string' },
              reason: 'type did not match',
              consideredValue: 1,
              consideredType: 'int',
            },
          ],
        },
      ],
    },
  ],
  [
    { additionalProperties: false },
    { a: 1 },
    { operatorName: 'additionalProperties', specifiedAs: { additionalProperties: false }, additionalProperties: ['a'] },
  ],
];

test.each(BROKEN)('%j tells what %j breaks', (schema, document, details) => {
  expect(brokenRules(compileSchema(schema), document)).toEqual([details]);
});

/** Of one property `a`, with a value that is refused. */
const REFUSED: [schema: Document, value: unknown][] = [
  [{ bsonType: 'int' }, new Double(1)],
  [{ type: 'array' }, {}],
  [{ maximum: 5, exclusiveMaximum: true }, 5],
  [{ minimum: 5 }, 4],
  [{ multipleOf: 2 }, 3],
  [{ minLength: 2 }, 'a'],
  [{ pattern: '^ab' }, 'cab'],
  [{ enum: ['a'] }, null],
  [
    { uniqueItems: true },
    [
      { x: 1, y: 1 },
      { y: 1, x: 1 },
    ],
  ],
  [{ minItems: 1 }, []],
  [{ maxItems: 1 }, [1, 2]],
  [{ minProperties: 1 }, {}],
  [{ items: { bsonType: 'int' } }, [1, 'a']],
  [{ items: [{}], additionalItems: false }, [1, 2]],
  [{ patternProperties: { '^x': { bsonType: 'int' } } }, { xy: 'a' }],
  [{ dependencies: { x: ['y'] } }, { x: 1 }],
  [{ dependencies: { x: { required: ['y'] } } }, { x: 1 }],
  [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, 3],
  [{ anyOf: [{ minimum: 5 }, { maximum: 2 }] }, 3],
  [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 3],
  [{ not: { minimum: 1 } }, 3],
  [{ required: ['x'] }, {}],
  [{ additionalProperties: { bsonType: 'int' } }, { x: 'a' }],
];

test.each(REFUSED)('%j refuses %j and says which keyword does', (schema, a) => {
  const compiled = compileSchema({ properties: { a: schema } });
  expect(satisfies(compiled, { a })).toBe(false);
  const [{ propertiesNotSatisfied } = {}] = brokenRules(compiled, { a });
  const [{ operatorName }] = propertiesNotSatisfied[0].details;
  expect(operatorName === 'additionalItems' ? 'items' : operatorName).toBe(Object.keys(schema)[0]);
});

test.each<[schema: unknown, code: number]>([
  ['text', 14],
  [{ nothing: 1 }, 9],
  [{ $ref: '#' }, 9],
  [{ format: 'date' }, 9],
  [{ type: 'integer' }, 9],
  [{ type: 'int' }, 2],
  [{ bsonType: 'nothing' }, 2],
  [{ bsonType: [] }, 14],
  [{ bsonType: ['int', 'int'] }, 9],
  [{ required: [] }, 9],
  [{ required: 'a' }, 14],
  [{ required: ['a', 'a'] }, 9],
  [{ properties: { a: 1 } }, 14],
  [{ maximum: 'a' }, 14],
  [{ exclusiveMaximum: true }, 9],
  [{ maximum: 1, exclusiveMaximum: 1 }, 14],
  [{ minLength: -1 }, 9],
  [{ minLength: 'a' }, 14],
  [{ multipleOf: 0 }, 9],
  [{ pattern: 1 }, 14],
  [{ enum: [] }, 9],
  [{ enum: [1, 1] }, 9],
  [{ uniqueItems: 1 }, 14],
  [{ items: 1 }, 14],
  [{ additionalItems: 1 }, 14],
  [{ additionalProperties: 1 }, 14],
  [{ anyOf: [] }, 2],
  [{ allOf: {} }, 14],
  [{ title: 1 }, 14],
])('refuses the schema %j with code %i', (schema, code) => {
  expect(() => compileSchema(schema)).toThrow(expect.objectContaining({ code }));
});
