import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_STATE_LABEL } from '@beffroi/shared/features/applications/applications.vocabulary';
import { typeset } from '../../editor/french-typography.ts';
import { longDate, longDay } from '../../lib/french-dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { ApplicationActs } from './application-acts.tsx';
import { ApplicationFiles, CalendarButton } from './application-files.tsx';
import { ApplicationTrail } from './application-trail.tsx';
import { STATE_TONE } from './application-words.ts';
import classes from './applications.module.css';

function Interview({ application: { id, state, interview } }: { application: Application }) {
  if (!interview || state === 'withdrawn') return null;
  return (
    <div className={classes.interview} data-over={state !== 'interview' || undefined}>
      <h3>Entretien</h3>
      <p className={classes.at}>{longDate(interview.at)}</p>
      <p>
        {interview.minutes}&nbsp;minutes, {interview.place}
      </p>
      {interview.note && <p className={classes.text}>{interview.note}</p>}
      {state === 'interview' && <CalendarButton id={id} />}
    </div>
  );
}

function Contact({ contact }: { contact: NonNullable<Application['contact']> }) {
  return <p className={classes.facts}>{[contact.function, contact.email, contact.phone].filter(Boolean).join(' · ')}</p>;
}

const keptSentence = ({ keptUntil, state }: Application): string | null => {
  if (!keptUntil) return 'Les pièces et le nom ont été effacés au terme de leur conservation.';
  if (state === 'withdrawn') return 'La lettre et les fichiers ont été effacés au retrait de la candidature.';
  return `Conservée jusqu’au ${longDay(keptUntil)}, sauf nouvel échange.`;
};

/** An application whole: what was sent, what was answered, what one may do. */
export function ApplicationView({ application }: { application: Application }) {
  const { id, state, sentAt, letter, message, contact, abilities } = application;
  const recruiter = abilities['application.see-trail'];
  return (
    <div className={classes.view}>
      <p className={classes.state}>
        <Tag tone={STATE_TONE[state]}>{APPLICATION_STATE_LABEL[state]}</Tag>
        <span className={classes.facts}>Envoyée le {longDate(sentAt)}</span>
      </p>
      {recruiter && contact && <Contact contact={contact} />}
      <Interview application={application} />
      {message && (
        <div className={classes.message}>
          <h3>{recruiter ? 'Votre réponse' : 'Réponse de la commune'}</h3>
          <p className={classes.text}>{message}</p>
        </div>
      )}
      <ApplicationActs application={application} />
      {letter && (
        <div>
          <h3>Lettre</h3>
          <p className={classes.text}>{typeset(letter)}</p>
        </div>
      )}
      <ApplicationFiles application={application} />
      <p className={classes.promise}>{keptSentence(application)}</p>
      {recruiter && <ApplicationTrail id={id} />}
    </div>
  );
}
