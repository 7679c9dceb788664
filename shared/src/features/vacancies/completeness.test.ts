import { describe, expect, it } from 'vitest';
import { type AdvertisementFacts, COMPULSORY, completenessOf } from './completeness.ts';
import { VACANCY_DEFAULTS } from './vacancy-defaults.ts';

const whole: AdvertisementFacts = {
  title: 'ATSEM (F/H)',
  metier: 'atsem',
  cadre: 'atsem',
  grades: ['ATSEM principal de 2e classe'],
  origin: 'vacancy',
  authority: 'M. le Maire d’Anzin',
  organisation: 'Commune d’Anzin, service scolaire',
  missions: 'Assister l’enseignante dans l’accueil et l’hygiène des enfants.',
  profile: 'Patience et sens du travail en équipe.',
  conditions: 'CAP AEPE exigé',
  place: 'École maternelle Jules-Ferry',
  startsOn: '2027-01-04',
  recipient: 'rh@anzin.example',
  deadline: '2026-12-31',
};
const missingOf = (change: Partial<AdvertisementFacts>) =>
  completenessOf({ ...whole, ...change }).fields.flatMap(({ key, missing }) => (missing === null ? [] : [[key, missing]]));

describe('the twelve things an advertisement must say', () => {
  it('are twelve, and an advertisement that says them all lacks none', () => {
    expect(completenessOf(whole)).toMatchObject({ done: 12, total: 12 });
    expect(new Set(COMPULSORY).size).toBe(12);
  });

  it('are all but one missing from an empty draft: the versant is known', () => {
    expect(completenessOf({ ...VACANCY_DEFAULTS, title: '' })).toMatchObject({ done: 1, total: 12 });
  });

  it.each<[string, Partial<AdvertisementFacts>, string]>([
    ['origin', { origin: null }, 'dire s’il s’agit d’une création ou d’une vacance'],
    ['grade', { cadre: null, grades: [] }, 'choisir le cadre d’emplois et cocher au moins un grade'],
    ['grade', { grades: [] }, 'cocher au moins un grade'],
    ['authority', { authority: '  ' }, 'nommer l’autorité qui recrute'],
    ['organisation', { organisation: '' }, 'nommer la collectivité et le service'],
    ['metier', { metier: null }, 'choisir le métier'],
    ['missions', { missions: 'À voir.' }, 'décrire les missions'],
    ['missions', { missions: '', profile: '' }, 'décrire les missions et décrire le profil attendu'],
    ['conditions', { conditions: '' }, 'dire les diplômes ou habilitations exigés, ou qu’il n’y en a pas'],
    ['title', { title: '\n' }, 'donner un intitulé'],
    ['place', { place: '' }, 'indiquer le lieu de travail'],
    ['startsOn', { startsOn: null }, 'indiquer la date à laquelle l’emploi est vacant'],
    ['recipient', { deadline: null }, 'fixer la date limite'],
    ['recipient', { recipient: '', deadline: null }, 'dire à qui candidater et fixer la date limite'],
  ])('says what %s lacks', (key, change, words) => {
    expect(missingOf(change)).toEqual([[key, words]]);
  });
});
