import type { AdministrationOverview } from '@beffroi/shared/features/administration/administration.contract';
import { QUIET_DAYS } from '@beffroi/shared/features/administration/administration.policy';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { number } from '../../lib/french-text.ts';
import {
  ADMINISTERED_CLUBS_PATH,
  ADMINISTERED_COMMUNES_PATH,
  ADMINISTERED_INVITATIONS_PATH,
  clubSettingsPath,
  communeAgentsPath,
  personPath,
} from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import classes from './administration.module.css';

const PLACES_SHOWN = 12;

interface Figure {
  to: string;
  count: number;
  words: [one: string, many: string];
}

/** The size of the territory, each figure leading to what it counts. */
export function Figures({ counts }: { counts: AdministrationOverview['counts'] }) {
  const figures: Figure[] = [
    { to: ADMINISTERED_COMMUNES_PATH, count: counts.communes, words: ['commune', 'communes'] },
    { to: '/annuaire', count: counts.agents, words: ['agent', 'agents'] },
    { to: ADMINISTERED_CLUBS_PATH, count: counts.clubs, words: ['club ouvert', 'clubs ouverts'] },
    { to: '/recherche', count: counts.threads, words: ['sujet', 'sujets'] },
  ];
  return (
    <ul className={classes.figures}>
      {figures.map(({ to, count, words }) => (
        <li key={to}>
          <Link to={to}>
            <b>{number(count)}</b> {words[count > 1 ? 1 : 0]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Matter {
  key: string;
  count: number;
  title: string;
  why: string;
  /** Where all of it is acted on. */
  to?: string;
  places: { key: string; name: string; to: string }[];
}

const mattersOf = (found: AdministrationOverview): Matter[] => {
  const toClub = ({ slug, name }: { slug: string; name: string }) => ({ key: slug, name, to: clubSettingsPath(slug) });
  const toCommune = ({ slug, name }: { slug: string; name: string }) => ({ key: slug, name, to: communeAgentsPath(slug) });
  return [
    {
      key: 'pilots',
      count: found.clubsWithoutPilot.length,
      title: 'Clubs sans pilote',
      why: 'Demandes et signalements vous reviennent\u00a0: nommez quelqu’un.',
      to: ADMINISTERED_CLUBS_PATH,
      places: found.clubsWithoutPilot.map(toClub),
    },
    {
      key: 'quiet',
      count: found.quietClubs.length,
      title: `Clubs sans activité depuis ${QUIET_DAYS} jours`,
      why: 'Une annonce les relance\u00a0; sinon on les archive.',
      to: ADMINISTERED_CLUBS_PATH,
      places: found.quietClubs.map(toClub),
    },
    {
      key: 'referents',
      count: found.communesWithoutReferent.length,
      title: 'Communes sans référent',
      why: 'Elles ont des agents, et personne pour en inviter d’autres.',
      to: ADMINISTERED_COMMUNES_PATH,
      places: found.communesWithoutReferent.map(toCommune),
    },
    {
      key: 'agents',
      count: found.communesWithoutAgent.length,
      title: 'Communes encore sans agent',
      why: 'Commencez par leur référent\u00a0: il invitera les siens.',
      to: ADMINISTERED_COMMUNES_PATH,
      places: found.communesWithoutAgent.map(toCommune),
    },
    {
      key: 'invitations',
      count: found.invitations,
      title: 'Invitations en attente',
      why: 'Envoyées, pas encore acceptées\u00a0: un lien expiré se renvoie.',
      to: ADMINISTERED_INVITATIONS_PATH,
      places: [{ key: 'all', name: 'Voir qui est attendu', to: ADMINISTERED_INVITATIONS_PATH }],
    },
    {
      key: 'suspended',
      count: found.suspended.count,
      title: 'Comptes suspendus',
      why: 'Ils se rétablissent depuis leur commune.',
      places: found.suspended.first.map(({ id, name, commune }) => ({
        key: id,
        name,
        to: commune ? communeAgentsPath(commune.slug) : personPath(id),
      })),
    },
  ].filter(({ count }) => count > 0);
};

const Title = ({ to, children }: { to: string | undefined; children: ReactNode }) =>
  to ? (
    <Link className={classes.name} to={to}>
      {children}
    </Link>
  ) : (
    children
  );

/** What needs the administrator, each with where she acts; what needs nothing is not said. */
export function Matters({ found }: { found: AdministrationOverview }) {
  const matters = mattersOf(found);
  if (matters.length === 0) return <p className={classes.calm}>Rien ne demande votre attention.</p>;
  return (
    <ListCard label="À voir">
      {matters.map(({ key, count, title, why, to, places }) => (
        <ListRow key={key}>
          <span className={classes.count}>{number(count)}</span>
          <div className={classes.words}>
            <h3>
              <Title to={to}>{title}</Title>
            </h3>
            <p className={classes.facts}>{why}</p>
            {places.length > 0 && (
              <ul className={classes.places}>
                {places.slice(0, PLACES_SHOWN).map((place) => (
                  <li key={place.key}>
                    <Link to={place.to}>{place.name}</Link>
                  </li>
                ))}
                {places.length > 1 && count > PLACES_SHOWN && (
                  <li>
                    {to ? <Link to={to}>et {number(count - PLACES_SHOWN)} autres</Link> : `et ${number(count - PLACES_SHOWN)} autres`}
                  </li>
                )}
              </ul>
            )}
          </div>
        </ListRow>
      ))}
    </ListCard>
  );
}
