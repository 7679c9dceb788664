import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierOf } from '@beffroi/shared/core/public-service/metiers';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { ORIGIN_LABEL, ORIGINS, type Origin } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { matchesWords } from '../../lib/french-fold.ts';
import { type FieldsProps, proposedBy } from './form-fields.ts';
import classes from './vacancy-form.module.css';
import { CADRE_ITEMS, METIER_ITEMS } from './vacancy-words.ts';

type Option = { value: string; label: string };
const METIERS: Option[] = METIER_ITEMS.map(({ slug, name }) => ({ value: slug, label: name }));
const CADRES: Option[] = CADRE_ITEMS.map(({ slug, name }) => ({ value: slug, label: name }));
const byWords = ({ options, search }: { options: readonly unknown[]; search: string }) =>
  (options as Option[]).filter(({ label }) => matchesWords(label, search));

/** Cadres d'emplois the métier is usually recruited in come first. */
const cadresFor = (metier: string | null): Option[] => {
  const usual = (metier === null ? undefined : metierOf(metier))?.cadres.map(({ slug }) => slug) ?? [];
  const rank = ({ value }: Option): number => (usual.includes(value) ? usual.indexOf(value) : usual.length);
  return [...CADRES].sort((a, b) => rank(a) - rank(b));
};

/** The post: the métier proposes all the rest. */
export function IdentityFields({ content, change, errorAt }: FieldsProps) {
  const cadre = content.cadre === null ? undefined : cadreOf(content.cadre);
  return (
    <fieldset className={classes.group}>
      <legend>Le poste</legend>
      <Select
        label="Métier"
        description="Il propose le reste&nbsp;: intitulé, cadre d’emplois, grades, missions et profil."
        placeholder="Cherchez un métier"
        data={METIERS}
        value={content.metier}
        searchable
        clearable
        filter={byWords}
        nothingFoundMessage="Aucun métier de ce nom"
        clearButtonProps={{ 'aria-label': 'Aucun métier' }}
        error={errorAt('metier')}
        onChange={(slug) => change(proposedBy(slug, content))}
      />
      <TextInput
        label="Intitulé du poste"
        required
        maxLength={VACANCY_LIMITS.title}
        value={content.title}
        error={errorAt('title')}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label="Cadre d’emplois"
          description={cadre ? `Catégorie ${cadre.categorie}` : 'Il donne la filière et la catégorie.'}
          data={cadresFor(content.metier)}
          value={content.cadre}
          searchable
          clearable
          filter={byWords}
          nothingFoundMessage="Aucun cadre d’emplois de ce nom"
          clearButtonProps={{ 'aria-label': 'Aucun cadre d’emplois' }}
          error={errorAt('cadre')}
          onChange={(slug) => change({ cadre: slug, grades: [...((slug && cadreOf(slug)?.grades) || [])] })}
        />
        <Select
          label="Origine"
          description="Comme à la déclaration au centre de gestion."
          data={ORIGINS.map((origin) => ({ value: origin, label: ORIGIN_LABEL[origin] }))}
          value={content.origin}
          clearable
          clearButtonProps={{ 'aria-label': 'Origine inconnue' }}
          onChange={(origin) => change({ origin: origin as Origin | null })}
        />
      </div>
      {cadre && (
        <Checkbox.Group size="md" label="Grades" value={content.grades} error={errorAt('grades')} onChange={(grades) => change({ grades })}>
          <div className={classes.checks}>
            {cadre.grades.map((grade) => (
              <Checkbox key={grade} value={grade} label={grade} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </fieldset>
  );
}
