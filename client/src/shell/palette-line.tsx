import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconMessageCirclePlus from '@tabler/icons-react/dist/esm/icons/IconMessageCirclePlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { ClubMark } from '../ui/club-mark.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './palette.module.css';
import type { PaletteAction } from './palette-actions.ts';

const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

const Picture = ({ action }: { action: PaletteAction }) => {
  if (action.club) return <ClubMark mark={action.club.mark} hue={action.club.hue} size={22} />;
  if (action.person) return <PersonAvatar person={{ ...action.person, commune: action.person.communes[0] ?? null }} size={24} />;
  if (action.kind === 'search') return <IconSearch {...icon} />;
  return action.kind === 'ask' ? <IconMessageCirclePlus {...icon} /> : <IconArrowRight {...icon} />;
};

interface PaletteLineProps {
  id: string;
  action: PaletteAction;
  /** The keyboard stands here. */
  current: boolean;
  onChoose: (action: PaletteAction) => void;
}

export const PaletteLine = ({ id, action, current, onChoose }: PaletteLineProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here (aria-activedescendant).
  // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
  <div
    id={id}
    role="option"
    aria-selected={current}
    className={classes.line}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => onChoose(action)}
  >
    <span className={classes.picture}>
      <Picture action={action} />
    </span>
    <span className={classes.label}>{action.label}</span>
    {action.note && <span className={classes.note}>{action.note}</span>}
  </div>
);
