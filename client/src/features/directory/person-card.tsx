import type { Person } from '@beffroi/shared/features/directory/directory.contract';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './directory.module.css';

/** How to reach a person, and on what. */
export const PersonCardView = ({ person }: { person: Person }) => (
  <div className={classes.card}>
    <PersonAvatar person={{ ...person, commune: person.communes[0] ?? null }} size={56} />
    <dl className={classes.details}>
      <dt>Fonction</dt>
      <dd>{person.function}</dd>
      {person.communes.length > 0 && (
        <>
          <dt>{person.communes.length > 1 ? 'Communes' : 'Commune'}</dt>
          <dd>
            {person.communes.map(({ slug, name }, index) => (
              <Fragment key={slug}>
                {index > 0 && ', '}
                <Link to={`/annuaire?commune=${slug}`}>{name}</Link>
              </Fragment>
            ))}
          </dd>
        </>
      )}
      <dt>Courriel</dt>
      <dd>
        <a href={`mailto:${person.email}`}>{person.email}</a>
      </dd>
      {person.phone && (
        <>
          <dt>Téléphone</dt>
          <dd>
            <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>
          </dd>
        </>
      )}
      {person.expertise.length > 0 && (
        <>
          <dt>Sujets d’expertise</dt>
          <dd className={classes.tags}>
            {person.expertise.map((subject) => (
              <Link key={subject} to={`/annuaire?${new URLSearchParams({ q: subject })}`}>
                <Tag tone="blue">{subject}</Tag>
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  </div>
);
