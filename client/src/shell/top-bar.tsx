import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { Link } from 'react-router';
import { useMe } from '../lib/me.ts';
import { Belfry } from '../ui/belfry.tsx';
import { Bell } from './bell.tsx';
import { useAskPath } from './my-clubs.ts';
import { openOverlay } from './overlays.ts';
import { PersonMenu } from './person-menu.tsx';
import classes from './top-bar.module.css';

const IS_APPLE = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Looks like the field it opens: the palette, which searches while one types. */
const SearchButton = () => (
  <button
    type="button"
    className={classes.search}
    onClick={() => openOverlay('palette')}
    aria-haspopup="dialog"
    aria-keyshortcuts="Control+K Meta+K"
  >
    <IconSearch size={17} stroke={1.8} aria-hidden />
    <span className={classes.searchText}>Chercher une question, une personne…</span>
    <kbd>{IS_APPLE ? '⌘ K' : 'Ctrl K'}</kbd>
  </button>
);

export const TopBar = () => {
  const me = useMe();
  const askPath = useAskPath();
  return (
    <header className={classes.bar} data-print="hidden">
      <Link to="/" className={classes.home} aria-label="Beffroi, Aujourd’hui">
        <Belfry height={26} />
      </Link>
      {me.abilities['search.use'] && <SearchButton />}
      <span className={classes.space} />
      {askPath && (
        <Button
          component={Link}
          to={askPath}
          variant="filled"
          className={classes.ask ?? ''}
          leftSection={<IconPlus size={17} stroke={2} aria-hidden />}
        >
          Poser une question
        </Button>
      )}
      <Bell />
      <PersonMenu />
    </header>
  );
};
