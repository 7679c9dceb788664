import { describe, expect, it } from 'vitest';
import { epciNames, typesetName } from './french-names.ts';

describe('names of communes', () => {
  it.each([
    ["L'Île-d'Yeu", 'L’Île-d’Yeu'],
    ['Saint-Jean-d’Hermine', 'Saint-Jean-d’Hermine'],
    ['Ploemel', 'Ploemel'],
    ['Moulins-lès-Metz', 'Moulins-lès-Metz'],
  ])('%s is printed %s', (registered, printed) => expect(typesetName(registered)).toBe(printed));
});

describe('names of EPCI', () => {
  it.each([
    ['Metz Métropole', 'METRO', 'Metz Métropole', 'Metz Métropole'],
    ['CA Valenciennes Métropole', 'CA', 'Valenciennes Métropole', 'Communauté d’agglomération Valenciennes Métropole'],
    ['CA du Grand Dole', 'CA', 'Communauté d’agglomération du Grand Dole', 'Communauté d’agglomération du Grand Dole'],
    ["CU d'Arras", 'CU', 'Communauté urbaine d’Arras', 'Communauté urbaine d’Arras'],
    ['CC Faucigny - Glières', 'CC', 'Faucigny\u00a0– Glières', 'Communauté de communes Faucigny\u00a0– Glières'],
    ['CC Coeur de Sologne', 'CC', 'Cœur de Sologne', 'Communauté de communes Cœur de Sologne'],
    [
      'CC le Dourdannais en Hurepoix (CCDH)',
      'CC',
      'Le Dourdannais en Hurepoix',
      'Communauté de communes le Dourdannais en Hurepoix (CCDH)',
    ],
    [
      'CA Intercommunale de la Réunion Est (CIREST)',
      'CA',
      'Communauté d’agglomération intercommunale de la Réunion Est',
      'Communauté d’agglomération intercommunale de la Réunion Est (CIREST)',
    ],
    [
      'CA "Saintes - Grandes Rives - L\'Agglo"',
      'CA',
      'Saintes\u00a0– Grandes Rives\u00a0– L’Agglo',
      'Communauté d’agglomération Saintes\u00a0– Grandes Rives\u00a0– L’Agglo',
    ],
    [
      "CA de Blois ''Agglopolys''",
      'CA',
      'Communauté d’agglomération de Blois «\u00a0Agglopolys\u00a0»',
      'Communauté d’agglomération de Blois «\u00a0Agglopolys\u00a0»',
    ],
    [
      'CC du Cordais et du Causse (4 C)',
      'CC',
      'Communauté de communes du Cordais et du Causse (4 C)',
      'Communauté de communes du Cordais et du Causse (4 C)',
    ],
  ] as const)('%s', (registered, form, name, officialName) => {
    expect(epciNames(registered, form)).toEqual({ name, officialName });
  });
});
