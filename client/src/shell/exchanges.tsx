import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import { useReplacementsWaiting, useSeesReplacements } from '../features/replacements/replacements.attention.ts';
import { useMe } from '../lib/me.ts';
import { MISSIONS_PATH, REPLACEMENTS_PATH, VACANCIES_PATH } from '../lib/paths.ts';
import classes from './side-bar.module.css';
import { Entry } from './side-entry.tsx';

/** Where the exchanges begin for the person: the board for an agent, what she was asked for a substitute; null for whoever has none. */
export const useExchangesPath = (): string | null => {
  const { communes, administrator } = useMe();
  const sees = useSeesReplacements();
  if (!sees) return null;
  return communes.length > 0 || administrator ? REPLACEMENTS_PATH : MISSIONS_PATH;
};

/** « Bourses »: what communes exchange, with what waits for the person in each. */
export const Exchanges = () => {
  const path = useExchangesPath();
  const serves = useMe().abilities['directory.read'];
  const { count, words } = useReplacementsWaiting();
  if (!path) return null;
  return (
    <>
      <p className={classes.heading} id="side-exchanges">
        Bourses
      </p>
      <ul className={classes.list} aria-labelledby="side-exchanges">
        <Entry to={path} icon={<IconHeartHandshake size={19} stroke={1.7} aria-hidden />} unread={count} words={words}>
          Remplacements
        </Entry>
        {serves && (
          <Entry to={VACANCIES_PATH} icon={<IconBriefcase size={19} stroke={1.7} aria-hidden />}>
            Emplois
          </Entry>
        )}
      </ul>
    </>
  );
};
