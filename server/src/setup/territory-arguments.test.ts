import { describe, expect, it } from 'vitest';
import { chosenEpci } from './found-epci.ts';
import { HELP, readArguments, WrongRequest } from './territory-arguments.ts';

describe('the arguments of npm run territory', () => {
  it('choose the first six clubs when nothing is said, all, none or those named', () => {
    expect(readArguments([]).clubs).toHaveLength(6);
    expect(readArguments(['--clubs', 'tous']).clubs).toHaveLength(13);
    expect(readArguments(['--clubs', 'aucun']).clubs).toEqual([]);
    expect(readArguments(['--clubs', 'sport, juridique']).clubs).toEqual(['sport', 'juridique']);
  });

  it.each([
    [['--clubs', 'sport,inconnu'], /inconnu/],
    // A password has no place in a shell's history.
    [['--password', 'secret'], /--help/],
    [['metz'], /--help/],
    [['--epci'], /--help/],
  ])('refuse %j', (argv, sentence) => {
    expect(() => readArguments(argv)).toThrow(WrongRequest);
    expect(() => readArguments(argv)).toThrow(sentence);
  });

  it('are all explained', () => {
    for (const name of ['epci', 'name', 'clubs', 'admin-email', 'admin-function', 'admin-name', 'password-stdin', 'yes'])
      expect(HELP).toContain(`--${name}`);
  });
});

describe('the EPCI named on the command line', () => {
  it('is the one that fits', async () => {
    expect((await chosenEpci('metz')).siren).toBe('200039865');
  });

  it.each([
    ['xylophone', /Aucune intercommunalité ne correspond à « xylophone »\./],
    ['grand paris', /200054781 {2}Métropole du Grand Paris \(Métropole, .+ et .+, 130 communes, .+ habitants\)/],
    ['cuvry', /200039865 {2}Metz Métropole, où se trouve Cuvry/],
    ['communauté', /… et \d{3,} autres/],
  ])('« %s » is told what to do', async (wanted, sentence) => {
    await expect(chosenEpci(wanted)).rejects.toThrow(sentence);
  });
});
