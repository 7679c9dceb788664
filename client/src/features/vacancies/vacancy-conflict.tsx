import type { Vacancy, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { ConflictNotice, Differences } from '../../ui/conflict-notice.tsx';
import { differencesBetween } from './vacancy-differences.ts';

interface VacancyConflictProps {
  mine: VacancyContent;
  /** The vacancy as somebody else left it. */
  current: Vacancy;
  keepMine: () => void;
  takeCurrent: () => void;
}

/** Both texts of an offer, field by field. */
export function VacancyConflict({ mine, current, keepMine, takeCurrent }: VacancyConflictProps) {
  const differences = differencesBetween(mine, current);
  return (
    <ConflictNotice
      title="Cette offre a été modifiée entre-temps"
      lead={
        differences.length > 0
          ? 'Rien n’est perdu\u00a0: voici ce qui diffère. Si vous enregistrez, votre texte remplace le texte actuel.'
          : 'Rien n’est perdu\u00a0: le texte est le même des deux côtés, enregistrez ou reprenez l’offre.'
      }
      acts={
        <>
          <Button variant="filled" onClick={keepMine}>
            Enregistrer mon texte
          </Button>
          <Button variant="default" onClick={takeCurrent}>
            Reprendre le texte actuel
          </Button>
        </>
      }
    >
      <Differences differences={differences} />
    </ConflictNotice>
  );
}
