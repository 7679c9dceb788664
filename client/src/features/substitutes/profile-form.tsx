import { DIPLOMAS } from '@beffroi/shared/core/public-service/diplomas';
import { METIERS } from '@beffroi/shared/core/public-service/metiers';
import type { Profile } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { SUBSTITUTE_LIMITS } from '@beffroi/shared/features/substitutes/substitutes.limits';
import { Button, type ComboboxParsedItem, MultiSelect, NativeSelect, type OptionsFilter } from '@mantine/core';
import { problemOf } from '../../lib/api.ts';
import { matchesWords } from '../../lib/french-fold.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { hoursInWords } from './calendar-words.ts';
import classes from './profile.module.css';
import { useDeclare } from './substitutes.api.ts';

interface ProfileFormProps {
  /** What one said before; null for who enters the pool. */
  profile: Profile | null;
  communes: readonly { slug: string; name: string }[];
  /** Whoever serves no commune says where she comes from. */
  outsider: boolean;
  onDone: () => void;
  onCancel?: () => void;
}

const NOTHING: Profile = {
  metiers: [],
  diplomas: [],
  communes: [],
  maxDistanceKm: null,
  home: null,
  weeklyMinutes: null,
  yearlyMinutes: null,
};
const KILOMETRES = [5, 10, 15, 20, 30];
const WEEKLY = [7, 14, 17.5, 21, 28, 35].map((hours) => hours * 60);
const YEARLY = [50, 100, 200, 400, 800].map((hours) => hours * 60);

const item = ({ slug, label }: { slug: string; label: string }) => ({ value: slug, label });
const metiers = [
  { group: 'Remplacés d’un jour à l’autre', items: METIERS.filter(({ replaced }) => replaced).map(item) },
  { group: 'Autres métiers', items: METIERS.filter(({ replaced }) => !replaced).map(item) },
];
/** Diplomas one of the métiers asks for stand first. */
const diplomasFor = (chosen: readonly string[]) => {
  const asked = new Set(METIERS.filter(({ slug }) => chosen.includes(slug)).flatMap(({ diplomas }) => diplomas));
  const first = DIPLOMAS.filter(({ slug }) => asked.has(slug)).map(item);
  const others = DIPLOMAS.filter(({ slug }) => !asked.has(slug)).map(item);
  return first.length > 0
    ? [
        { group: 'Pour vos métiers', items: first },
        { group: 'Autres diplômes', items: others },
      ]
    : others;
};

interface ChoiceProps {
  label: string;
  description?: string;
  none: string;
  values: readonly number[];
  words: (value: number) => string;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A number among a few, or none; what was said before is among them. */
function Choice({ label, description, none, values, words, value, onChange }: ChoiceProps) {
  const all = [...new Set([...values, ...(value === null ? [] : [value])])].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={label}
      description={description}
      data={[{ value: '', label: none }, ...all.map((one) => ({ value: String(one), label: words(one) }))]}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    />
  );
}

/** Finds « éducateur » by « educ »; groups are kept. */
const byWords: OptionsFilter = ({ options, search }) => {
  const found: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (!('group' in option)) {
      if (matchesWords(option.label, search)) found.push(option);
      continue;
    }
    const items = option.items.filter(({ label }) => matchesWords(label, search));
    if (items.length > 0) found.push({ ...option, items });
  }
  return found;
};

/** What one can do, with which diplomas, where and how much. */
export function ProfileForm({ profile, communes, outsider, onDone, onCancel }: ProfileFormProps) {
  const [kept, keep] = useKeptState<Profile>('beffroi-remplacant');
  const text = kept ?? profile ?? NOTHING;
  const change = (part: Partial<Profile>) => keep({ ...text, ...part });
  const declare = useDeclare(() => {
    keep(null);
    onDone();
  });
  const problem = declare.error && problemOf(declare.error);
  const errorAt = (field: string) => problem?.errors?.find(({ path }) => path.split('.')[0] === field)?.message;
  const places = communes.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        declare.mutate(text);
      }}
    >
      <FormError>{problem && !problem.errors?.length && problem.detail}</FormError>
      <MultiSelect
        label="Les métiers que je peux remplacer"
        placeholder={text.metiers.length === 0 ? 'ATSEM, agent d’entretien, secrétaire…' : ''}
        data={metiers}
        value={text.metiers}
        onChange={(next) => change({ metiers: next })}
        searchable
        filter={byWords}
        nothingFoundMessage="Aucun métier de ce nom"
        maxValues={SUBSTITUTE_LIMITS.metiers}
        hidePickedOptions
        error={errorAt('metiers')}
      />
      <MultiSelect
        label="Mes diplômes et habilitations"
        description="Une commune qui en demande un ne verra que celles et ceux qui l’ont."
        placeholder={text.diplomas.length === 0 ? 'CAP AEPE, BAFA, permis…' : ''}
        data={diplomasFor(text.metiers)}
        value={text.diplomas}
        onChange={(next) => change({ diplomas: next })}
        searchable
        filter={byWords}
        nothingFoundMessage="Aucun diplôme de ce nom"
        maxValues={SUBSTITUTE_LIMITS.diplomas}
        hidePickedOptions
        error={errorAt('diplomas')}
      />
      <div className={classes.pair}>
        <MultiSelect
          label="Les communes où je peux aller"
          description="Aucune choisie&nbsp;: partout, ou selon la distance."
          placeholder={text.communes.length === 0 ? 'Tout le territoire' : ''}
          data={places}
          value={text.communes}
          onChange={(next) => change({ communes: next })}
          searchable
          filter={byWords}
          nothingFoundMessage="Aucune commune de ce nom"
          maxValues={SUBSTITUTE_LIMITS.communes}
          hidePickedOptions
          error={errorAt('communes')}
        />
        <Choice
          label="Et autour"
          description={outsider ? 'Comptée depuis ma commune.' : 'Comptée depuis ma mairie.'}
          none="Sans distance"
          values={KILOMETRES}
          words={(value) => `Jusqu’à ${value}\u00a0km`}
          value={text.maxDistanceKm}
          onChange={(maxDistanceKm) => change({ maxDistanceKm })}
        />
      </div>
      {outsider && (
        <NativeSelect
          label="Ma commune"
          description="D’où je pars&nbsp;; sans elle, aucune distance n’est comptée."
          data={[{ value: '', label: 'Hors du territoire, ou je ne la dis pas' }, ...places]}
          value={text.home ?? ''}
          onChange={(event) => change({ home: event.currentTarget.value || null })}
          error={errorAt('home')}
        />
      )}
      <div className={classes.pair}>
        <Choice
          label="Pas plus, par semaine"
          none="Sans limite à moi"
          values={WEEKLY}
          words={hoursInWords}
          value={text.weeklyMinutes}
          onChange={(weeklyMinutes) => change({ weeklyMinutes })}
        />
        <Choice
          label="Pas plus, par an"
          none="Sans limite à moi"
          values={YEARLY}
          words={hoursInWords}
          value={text.yearlyMinutes}
          onChange={(yearlyMinutes) => change({ yearlyMinutes })}
        />
      </div>
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={declare.isPending}>
          {profile ? 'Enregistrer' : 'Entrer dans le vivier'}
        </BusyButton>
        {onCancel && (
          <Button
            variant="subtle"
            onClick={() => {
              keep(null);
              onCancel();
            }}
          >
            Renoncer
          </Button>
        )}
      </div>
    </form>
  );
}
