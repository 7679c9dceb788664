import { describe, expect, it } from 'vitest';
import { METIERS } from '../../core/public-service/metiers.ts';
import { completenessOf } from './completeness.ts';
import { startingText } from './metier-texts.ts';
import { officialText } from './official-text.ts';
import { VACANCY_LIMITS } from './vacancies.limits.ts';
import type { VacancyContent } from './vacancies.schemas.ts';
import { VACANCY_DEFAULTS } from './vacancy-defaults.ts';

describe('what an offer for a métier begins with', () => {
  it.each(METIERS.map(({ slug }) => slug))('is there for %s, and says enough of it', (slug) => {
    const text = startingText(slug);
    expect(text.missions.length).toBeLessThan(VACANCY_LIMITS.missions);
    const { fields } = completenessOf({ ...VACANCY_DEFAULTS, title: '', ...text });
    expect(fields.flatMap(({ key, missing }) => (missing === null ? key : []))).toEqual(expect.arrayContaining(['missions', 'conditions']));
  });

  it('is nothing for a métier that is not known', () => {
    expect(startingText('allumeur-de-reverberes')).toEqual({ missions: '', profile: '', conditions: '' });
  });
});

describe('the text for emploi-territorial', () => {
  const content: VacancyContent = {
    ...VACANCY_DEFAULTS,
    grades: ['ATSEM principal de 2e classe'],
    title: 'ATSEM (F/H)',
    metier: 'atsem',
    cadre: 'atsem',
    origin: 'vacancy',
    weeklyMinutes: 1_050,
    deadline: '2026-12-31',
    missions: '- accueillir',
  };

  it('says each thing once, in the words of the form', () => {
    const lines = officialText(content, 'Anzin').split('\n');
    expect(lines[0]).toBe('ATSEM (F/H)');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Employeur : Anzin',
        'Origine : Vacance d’emploi',
        'Filière : Sociale',
        'Catégorie : C',
        'Temps de travail : Temps non complet, 17h30/35',
        'Date limite de candidature : 31/12/2026',
        'MISSIONS',
        '- accueillir',
      ]),
    );
  });

  it('leaves out what is not said', () => {
    const text = officialText(content, 'Anzin');
    expect(text).not.toMatch(/Contact|DVE|PROFIL|Motif/);
  });
});
