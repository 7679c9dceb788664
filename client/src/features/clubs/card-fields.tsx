import { CLUB_ACCESS, CLUB_ACCESS_LABEL, CLUB_HUES } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { ClubMark } from '../../ui/club-mark.tsx';
import { type ClubText, markFor } from './club-fields.ts';
import classes from './club-form.module.css';

interface FieldsProps {
  text: ClubText;
  change: (part: Partial<ClubText>) => void;
  /** What is wrong with a field, in a sentence. */
  errorAt: (field: string) => string | undefined;
}

const ACCESS_WHY: Record<(typeof CLUB_ACCESS)[number], string> = {
  open: 'Chaque agent lit le club et y entre d’un geste.',
  request: 'On voit sa présentation\u00a0; un pilote examine chaque demande.',
  invitation: 'Seuls ses membres savent qu’il existe\u00a0; ses pilotes y font entrer.',
};

/** How the club is known across the territory. */
export function IdentityFields({ text, change, errorAt }: FieldsProps) {
  const suggested = text.mark === markFor(text.name);
  return (
    <div className={classes.identity}>
      <TextInput
        label="Nom du club"
        name="name"
        required
        maxLength={60}
        value={text.name}
        error={errorAt('name')}
        onChange={({ target }) => change({ name: target.value, ...(suggested && { mark: markFor(target.value) }) })}
      />
      <TextInput
        label="Initiales"
        name="mark"
        required
        maxLength={2}
        value={text.mark}
        error={errorAt('mark')}
        onChange={({ target }) => change({ mark: target.value.toLocaleUpperCase('fr-FR') })}
      />
      <Select
        label="Couleur"
        data={Object.entries(CLUB_HUES).map(([value, label]) => ({ value, label }))}
        value={text.hue}
        allowDeselect={false}
        error={errorAt('hue')}
        onChange={(hue) => change({ hue: hue ?? text.hue })}
      />
      <ClubMark mark={text.mark || '··'} hue={text.hue} size={36} />
    </div>
  );
}

/** What those who animate the club keep. */
export function CardFields({ text, change, errorAt }: FieldsProps) {
  const area = (name: 'purposes' | 'audience' | 'firstWorks' | 'charter', label: string, description: string, rows = 2) => (
    <Textarea
      size="md"
      label={label}
      name={name}
      description={description}
      autosize
      minRows={rows}
      maxRows={14}
      value={text[name]}
      error={errorAt(name)}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
  const line = (name: 'summary' | 'rhythm' | 'place', label: string, description: string) => (
    <TextInput
      label={label}
      name={name}
      description={description}
      required={name === 'summary'}
      maxLength={200}
      value={text[name]}
      error={errorAt(name)}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
  return (
    <>
      {line('summary', 'Objet', 'Une phrase\u00a0: ce qu’on y demande, pour quel métier.')}
      <Radio.Group
        size="md"
        label="Comment on y entre"
        value={text.access}
        error={errorAt('access')}
        onChange={(access) => change({ access: access as ClubText['access'] })}
      >
        <div className={classes.stack} style={{ marginTop: 8 }}>
          {CLUB_ACCESS.map((access) => (
            <Radio key={access} value={access} label={CLUB_ACCESS_LABEL[access]} description={ACCESS_WHY[access]} size="sm" />
          ))}
        </div>
      </Radio.Group>
      {area(
        'charter',
        'Charte',
        'Des paragraphes séparés par une ligne vide\u00a0; une ligne qui commence par «\u00a0- » fait une liste.',
        5,
      )}
      <div className={classes.pair}>
        {line('rhythm', 'Rythme', 'Par exemple\u00a0: le premier jeudi du mois, 10 h.')}
        {line('place', 'Lieu', 'Par exemple\u00a0: salle du conseil, ou visioconférence.')}
      </div>
      {area('purposes', 'À quoi sert ce club', 'Un but par ligne.')}
      {area('audience', 'Pour qui', 'Un public par ligne.')}
      {area('firstWorks', 'Premiers travaux', 'Un sujet par ligne.')}
    </>
  );
}
