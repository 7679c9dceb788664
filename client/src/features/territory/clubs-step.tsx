import type { ProposedClub } from '@beffroi/shared/features/territory/territory.contract';
import { Checkbox } from '@mantine/core';
import { typeset } from '../../editor/french-typography.ts';
import { plural } from '../../lib/french-text.ts';
import { ClubMark } from '../../ui/club-mark.tsx';
import classes from './installation.module.css';
import type { ChangeDraft, InstallationDraft } from './installation-draft.ts';
import { StepFrame } from './step-frame.tsx';

/** The clubs that will be opened, those proposed first until something else is chosen. */
export const chosenClubs = ({ clubs }: InstallationDraft, proposed: readonly ProposedClub[]): string[] =>
  clubs ?? proposed.filter(({ preselected }) => preselected).map(({ slug }) => slug);

interface ClubsStepProps {
  draft: InstallationDraft;
  change: ChangeDraft;
  proposed: readonly ProposedClub[];
  error?: string | undefined;
}

/** The first clubs, each with its charter; others can be opened later. */
export const ClubsStep = ({ draft, change, proposed, error }: ClubsStepProps) => {
  const chosen = chosenClubs(draft, proposed);
  const choose = (slug: string, checked: boolean) =>
    change({ clubs: checked ? [...chosen, slug] : chosen.filter((other) => other !== slug) });
  return (
    <StepFrame
      title="Les premiers clubs"
      text="Chacun naît avec une charte que ses pilotes pourront changer. Commencez petit&nbsp;: vous en ouvrirez d’autres quand vous voudrez."
      problem={error ?? null}
      next="Continuer"
      onNext={() => change({ step: 'administrator' })}
      onBack={() => change({ step: 'territory' })}
    >
      <fieldset className={classes.clubs}>
        <legend>{plural(chosen.length, 'club choisi', 'clubs choisis')}</legend>
        {proposed.map(({ slug, name, mark, hue, summary }) => (
          <Checkbox
            key={slug}
            classNames={{ root: classes.club, body: classes.clubBody, labelWrapper: classes.clubWords }}
            checked={chosen.includes(slug)}
            onChange={(event) => choose(slug, event.currentTarget.checked)}
            label={
              <span className={classes.clubName}>
                <ClubMark mark={mark} hue={hue} size={24} />
                {name}
              </span>
            }
            description={typeset(summary)}
          />
        ))}
      </fieldset>
    </StepFrame>
  );
};
