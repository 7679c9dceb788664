import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { CLUB_ACCESS_LABEL } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { number, plural } from '../../lib/french-text.ts';
import { clubPath, clubSettingsPath, templatesPath } from '../../lib/paths.ts';
import { ClubMark } from '../../ui/club-mark.tsx';
import { useCurrentTabShown } from '../../ui/use-current-tab-shown.ts';
import { ArchivedNotice } from './archived-notice.tsx';
import classes from './club-header.module.css';
import { StandingButton } from './standing-button.tsx';

/** The mark beside the name, for the page's heading. */
export function ClubHeading({ club }: { club: Club }) {
  return (
    <span className={classes.heading}>
      <ClubMark mark={club.mark} hue={club.hue} size={38} /> {club.name}
    </span>
  );
}

/** What the club is, where one stands in it and what else one may do there, and its pages. */
export function ClubLead({ club, children }: { club: Club; children?: ReactNode }) {
  const path = clubPath(club.slug);
  const tabs = useCurrentTabShown();
  const requests = club.requestCount ?? 0;
  return (
    <>
      <p className={classes.summary}>{typeset(club.summary)}</p>
      <ArchivedNotice since={club.archivedAt} />
      <div className={classes.facts}>
        <span>
          {CLUB_ACCESS_LABEL[club.access]} · {plural(club.memberCount, 'membre', 'membres')} · {plural(club.threadCount, 'sujet', 'sujets')}
        </span>
        <StandingButton club={club} withStanding />
        {children}
      </div>
      <nav ref={tabs} className={classes.tabs} aria-label={`Club ${club.name}`}>
        <NavLink to={path} end>
          Sujets
        </NavLink>
        {club.abilities['club.read'] && (
          <>
            <NavLink to={templatesPath(club.slug)}>Modèles</NavLink>
            <NavLink to={`${path}/fiches`}>Fiches</NavLink>
          </>
        )}
        <NavLink to={`${path}/presentation`}>Présentation</NavLink>
        {club.abilities['club.read'] && (
          <NavLink to={`${path}/membres`}>
            Membres
            {requests > 0 && (
              <span className={classes.badge}>
                {number(requests)}
                <span className={classes.unseen}> {requests > 1 ? 'demandes à examiner' : 'demande à examiner'}</span>
              </span>
            )}
          </NavLink>
        )}
        {club.abilities['club.moderate'] && <NavLink to={`${path}/moderation`}>Modération</NavLink>}
        {(club.abilities['club.edit'] || club.abilities['club.administer']) && <NavLink to={clubSettingsPath(club.slug)}>Réglages</NavLink>}
      </nav>
    </>
  );
}
