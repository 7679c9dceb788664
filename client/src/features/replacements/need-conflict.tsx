import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { ConflictNotice, Differences } from '../../ui/conflict-notice.tsx';
import { differencesWith, type NeedEdit } from './edit-need.ts';

interface NeedConflictProps {
  edit: NeedEdit;
  /** The need as somebody else left it. */
  theirs: Need;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** What the other changed, beside what one typed. */
export function NeedConflict({ edit, theirs, keepMine, takeTheirs }: NeedConflictProps) {
  const differences = differencesWith(edit, theirs);
  const replaced = differences.some(({ disputed }) => disputed);
  return (
    <ConflictNotice
      title="Ce besoin a été modifié entre-temps"
      lead={`Rien de ce que vous avez saisi n’est perdu. ${
        replaced
          ? 'Si vous enregistrez, votre texte remplace celui de votre collègue là où vous avez tous deux écrit.'
          : 'Votre collègue a changé autre chose que vous\u00a0: enregistrez, les deux changements tiennent.'
      }`}
      acts={
        <>
          <Button variant="filled" onClick={keepMine}>
            Enregistrer mes changements
          </Button>
          <Button variant="default" onClick={takeTheirs}>
            Repartir du besoin actuel
          </Button>
        </>
      }
    >
      <Differences differences={differences.map(({ disputed, mine, ...one }) => ({ ...one, mine: disputed ? mine : 'Non modifié' }))} />
    </ConflictNotice>
  );
}
