import { FULL_WEEK, VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import {
  ARTICLE_LABEL,
  ARTICLES,
  type Article,
  NATURE_LABEL,
  NATURES,
  type Nature,
  quotite,
} from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FieldsProps, minutesOfQuotite } from './form-fields.ts';
import classes from './vacancy-form.module.css';

const shownQuotite = (minutes: number): string => quotite(minutes).replace('/35', '');

/** The quotité as it is typed; what is none stays in the field, and says so. */
function Quotite({ content, change, errorAt }: FieldsProps) {
  const [text, setText] = useState(shownQuotite(content.weeklyMinutes));
  const minutes = minutesOfQuotite(text);
  return (
    <TextInput
      label="Quotité hebdomadaire, sur 35 heures"
      description="35h à temps complet, sinon par exemple 17h30."
      value={text}
      error={minutes === null ? 'Écrivez par exemple 17h30, de 0h30 à 35h.' : errorAt('weeklyMinutes')}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const typed = minutesOfQuotite(currentTarget.value);
        if (typed !== null) change({ weeklyMinutes: typed });
      }}
      onBlur={() => minutes !== null && setText(shownQuotite(minutes))}
    />
  );
}

/** How long, how much, since when and to whom it is open. */
export function TermsFields(props: FieldsProps) {
  const { content, change, errorAt } = props;
  return (
    <fieldset className={classes.group}>
      <legend>Les conditions d’emploi</legend>
      <div className={classes.pair}>
        <Select
          label="Nature"
          data={NATURES.map((nature) => ({ value: nature, label: NATURE_LABEL[nature] }))}
          value={content.nature}
          allowDeselect={false}
          onChange={(nature) =>
            nature && change({ nature: nature as Nature, ...(nature === 'permanent' && !content.contractuels && { durationMonths: null }) })
          }
        />
        {(content.nature === 'temporary' || content.contractuels) && (
          <NumberInput
            label="Durée du contrat, en mois"
            min={1}
            max={VACANCY_LIMITS.durationMonths}
            allowDecimal={false}
            value={content.durationMonths ?? ''}
            error={errorAt('durationMonths')}
            onChange={(months) => change({ durationMonths: typeof months === 'number' ? months : null })}
          />
        )}
        <Quotite key={content.weeklyMinutes === FULL_WEEK ? 'full' : 'part'} {...props} />
      </div>
      <div className={classes.checks}>
        <Checkbox
          label="Ouvert aux contractuels"
          checked={content.contractuels}
          onChange={({ currentTarget }) =>
            change({
              contractuels: currentTarget.checked,
              ...(!currentTarget.checked && { article: null, ...(content.nature === 'permanent' && { durationMonths: null }) }),
            })
          }
        />
        <Checkbox
          label="Télétravail possible"
          checked={content.telework}
          onChange={({ currentTarget }) => change({ telework: currentTarget.checked })}
        />
      </div>
      {content.contractuels && (
        <Select
          label="Article du code général de la fonction publique"
          data={ARTICLES.map((article) => ({ value: article, label: ARTICLE_LABEL[article] }))}
          value={content.article}
          clearable
          clearButtonProps={{ 'aria-label': 'Aucun article' }}
          onChange={(article) => change({ article: article as Article | null })}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          type="date"
          label="Vacant à partir du"
          value={content.startsOn ?? ''}
          error={errorAt('startsOn')}
          onChange={({ currentTarget }) => change({ startsOn: currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label="Date limite de candidature"
          description="Un mois après la publication si rien n’est dit."
          value={content.deadline ?? ''}
          error={errorAt('deadline')}
          onChange={({ currentTarget }) => change({ deadline: currentTarget.value || null })}
        />
      </div>
      <TextInput
        label="Motif d’urgence"
        description="Seulement pour réduire le délai d’un mois&nbsp;; il est montré dans l’offre."
        maxLength={VACANCY_LIMITS.emergency}
        value={content.emergency}
        error={errorAt('emergency')}
        onChange={({ currentTarget }) => change({ emergency: currentTarget.value })}
      />
    </fieldset>
  );
}
