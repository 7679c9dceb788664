import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueSentence } from './issue-sentences.ts';

/** What a person reads when this schema refuses this value. */
const said = (schema: z.ZodType, value: unknown): string[] =>
  (z.safeParse(schema, value, { error: issueSentence }).error?.issues ?? []).map(({ message }) => message);

describe('what is said of a field', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['nothing where something is asked', z.string(), undefined, 'À remplir.'],
    ['an empty text', z.string().min(1), '', 'À remplir.'],
    ['a short text', z.string().min(3), 'ab', '3 caractères au moins.'],
    ['a long text', z.string().max(4), 'abcde', '4 caractères au plus.'],
    ['a very long text', z.string().max(20_000), 'a'.repeat(20_001), '20\u202f000 caractères au plus.'],
    ['an empty list', z.array(z.string()).min(1), [], 'Choisissez-en au moins un.'],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], '1 au plus.'],
    ['a number below', z.number().min(2), 1, '2 au moins.'],
    ['a number above', z.number().max(2), 3, '2 au plus.'],
    ['another type', z.number(), 'deux', 'Cette valeur n’est pas de la nature attendue.'],
    ['a mail', z.email(), 'accueil', 'Une adresse mail complète, par exemple accueil@commune.fr.'],
    ['a day', z.iso.date(), '2026', 'Une date complète\u00a0: jour, mois, année.'],
    ['a pattern', z.string().regex(/^[0-9a-f]{24}$/), 'x', 'Cette valeur n’a pas la forme attendue.'],
    ['no such choice', z.enum(['a', 'b']), 'c', 'Ce choix n’existe pas.'],
    ['none of several', z.union([z.literal(1), z.null()]), 'x', 'Ce choix n’existe pas.'],
    ['a field there is not', z.strictObject({}), { nom: 1 }, 'Champ inconnu\u00a0: «\u00a0nom\u00a0».'],
    ['not a multiple', z.number().multipleOf(15), 10, 'Un multiple de 15.'],
  ])('%s', (_what, schema, value, sentence) => {
    expect(said(schema, value)).toEqual([sentence]);
  });

  test('what the contract says itself stands', () => {
    expect(said(z.string().min(3, 'Dites pourquoi.'), '')).toEqual(['Dites pourquoi.']);
  });
});
