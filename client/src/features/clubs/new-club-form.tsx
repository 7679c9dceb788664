import { FIRST_PILOTS_MAX } from '@beffroi/shared/features/clubs/club-admin.contract';
import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { useKeptState } from '../../lib/use-kept-state.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { CardFields, IdentityFields } from './card-fields.tsx';
import { type ClubText, cardOf, EMPTY_CLUB, identityOf } from './club-fields.ts';
import classes from './club-form.module.css';
import { PersonPicker, type Picked } from './person-picker.tsx';

interface Typed {
  text: ClubText;
  pilots: Picked[];
}

const NOTHING: Typed = { text: EMPTY_CLUB, pilots: [] };

/** Opens a club; what was typed survives a reload. */
export function NewClubForm({ onCreated }: { onCreated: (club: Club) => void }) {
  const cache = useQueryClient();
  const [kept, keep] = useKeptState<Typed>('beffroi-new-club');
  const { text, pilots } = kept ?? NOTHING;
  const create = useMutation(
    api.clubs.create.mutationOptions({
      onSuccess: (club) => {
        keep(null);
        for (const queryKey of [api.clubs.key(), api.administration.key()]) void cache.invalidateQueries({ queryKey });
        onCreated(club);
      },
    }),
  );
  const problem = create.error && problemOf(create.error);
  const errorAt = (field: string) => problem?.errors?.find(({ path }) => path.split('.')[0] === field)?.message;
  const set = (part: Partial<Typed>) => keep({ text, pilots, ...part });
  const fields = { text, errorAt, change: (part: Partial<ClubText>) => set({ text: { ...text, ...part } }) };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ ...identityOf(text), ...cardOf(text), pilotIds: pilots.map(({ id }) => id) });
      }}
    >
      <FormError>{problem?.detail}</FormError>
      <IdentityFields {...fields} />
      <PersonPicker
        label="Premiers pilotes"
        description="Ils tiennent la charte, examinent les demandes et modèrent. Vous en nommerez d’autres ensuite."
        value={pilots}
        max={FIRST_PILOTS_MAX}
        error={errorAt('pilotIds')}
        onChange={(next) => set({ pilots: next })}
      />
      <CardFields {...fields} />
      <p className={classes.told}>
        Une annonce préviendra toutes les communes que le club existe, et de son objet
        {text.access === 'invitation' && '\u00a0; ce qui s’y écrit reste à ses membres'}. Vous verrez qui l’a lue.
      </p>
      <div className={classes.acts}>
        <BusyButton type="submit" variant="filled" busy={create.isPending}>
          Créer le club
        </BusyButton>
      </div>
    </form>
  );
}
