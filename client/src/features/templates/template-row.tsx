import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { TemplateItem } from '@beffroi/shared/features/templates/templates.contract';
import { TEMPLATE_KIND_LABEL } from '@beffroi/shared/features/templates/templates.vocabulary';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { templatePath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { StateTag } from './state-tag.tsx';
import classes from './templates.module.css';

const sentence = ([first, ...others]: PersonRef[], [one, several]: [string, string]): string => {
  if (!first) return '';
  if (others.length === 0) return `${personLabel(first)} ${one}`;
  return `${personLabel(first)} et ${others.length > 1 ? `${others.length}\u00a0autres` : personLabel(others[0] as PersonRef)} ${several}`;
};

/** Who writes in it just now; where nobody wrote these last minutes, who has it open to. */
export function AtWork({ writing, opened }: Pick<TemplateItem, 'writing' | 'opened'>) {
  const people = writing.length > 0 ? writing : opened;
  if (!people.length) return null;
  return (
    <p className={classes.writing}>
      <span className={classes.avatars}>
        {people.slice(0, 3).map((person) => (
          <PersonAvatar key={person.id} person={person} size={20} />
        ))}
      </span>
      {sentence(people, writing.length > 0 ? ['y écrit', 'y écrivent'] : ['l’a ouvert', 'l’ont ouvert'])}
    </p>
  );
}

/** One model of a list: its kind, its title, whose club, who wrote last, its state. */
export function TemplateRow({ template, withClub = false }: { template: TemplateItem; withClub?: boolean }) {
  const { kind, title, summary, changedBy, changedAt, clubName, tags, writing, opened } = template;
  return (
    <ListRow>
      <abbr className={classes.kind} title={TEMPLATE_KIND_LABEL[kind].long}>
        {TEMPLATE_KIND_LABEL[kind].short}
      </abbr>
      <div className={classes.words}>
        <h3>
          <RowLink to={templatePath(template.id)}>{typeset(title)}</RowLink>
        </h3>
        {summary && <p className={classes.summary}>{typeset(summary)}</p>}
        {writing.length + opened.length > 0 ? (
          <AtWork writing={writing} opened={opened} />
        ) : (
          <p className={classes.facts}>
            {withClub && <>{clubName} · </>}
            {personLabel(changedBy)} · <RelativeTime at={changedAt} />
            {tags.map((tag) => (
              <Fragment key={tag}>
                {' · '}
                <Link to={{ search: `?${new URLSearchParams({ etiquette: tag })}` }}>{tag}</Link>
              </Fragment>
            ))}
          </p>
        )}
      </div>
      <StateTag {...template} />
    </ListRow>
  );
}
