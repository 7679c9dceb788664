import type { ApplicationItem } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_STATE_LABEL } from '@beffroi/shared/features/applications/applications.vocabulary';
import { myApplicationPath } from '../../lib/paths.ts';
import { ListRow } from '../../ui/list-card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Tag } from '../../ui/tag.tsx';
import { interviewInWords, STATE_TONE } from './application-words.ts';
import classes from './applications.module.css';

interface ApplicationRowProps {
  application: ApplicationItem;
  /** The vacancy for who applied, the person for who recruits. */
  title: string;
  facts: string;
  to: string;
  chosen?: boolean;
  /** Said where rows of several states stand together. */
  state?: boolean;
}

/** One application of a list. */
export function ApplicationRow({ application, title, facts, to, chosen = false, state = false }: ApplicationRowProps) {
  const { sentAt, interview } = application;
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <RowLink to={to} aria-current={chosen || undefined}>
            {title}
          </RowLink>
        </h3>
        <p className={classes.facts}>
          {facts} · <RelativeTime at={sentAt} />
        </p>
        {application.state === 'interview' && interview && <p className={classes.when}>{interviewInWords(interview)}</p>}
      </div>
      {state && <Tag tone={STATE_TONE[application.state]}>{APPLICATION_STATE_LABEL[application.state]}</Tag>}
    </ListRow>
  );
}

/** One of her own, for who applied: which vacancy, of which commune, and where it stands. */
export function OwnApplicationRow({ application }: { application: ApplicationItem }) {
  const { id, vacancy } = application;
  return <ApplicationRow application={application} title={vacancy.title} facts={vacancy.commune.name} to={myApplicationPath(id)} state />;
}
