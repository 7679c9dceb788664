import { MAILS_PER_DAY, type NotificationSettings } from '@beffroi/shared/features/notifications/notifications.contract';
import {
  type Channel,
  EXCHANGE_KINDS,
  KIND_WHEN,
  type NotificationKind,
} from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { ChannelChoice, Choice } from './channel-choice.tsx';
import { type SettingsChange, useSettings } from './notification-settings.api.ts';
import { PushHere } from './push-choice.tsx';
import classes from './settings-form.module.css';
import { ANIMATING, EVERYWHERE_ALIKE, OF_MY_CLUBS, TO_ME } from './settings-groups.ts';

interface SentenceProps {
  kind: NotificationKind;
  settings: NotificationSettings;
  clubs: readonly { slug: string; name: string }[];
  change: SettingsChange;
}

/** « Quand on répond à un sujet que je suis : me prévenir ici et par mail, sauf dans Urbanisme : … » */
function Sentence({ kind, settings, clubs, change }: SentenceProps) {
  const when = KIND_WHEN[kind];
  const channel = settings.kinds.find((choice) => choice.kind === kind)?.channel ?? 'bell';
  const exceptions = settings.exceptions.filter((exception) => exception.kind === kind);
  const free = clubs.filter(({ slug }) => !exceptions.some(({ club }) => club.slug === slug));
  const setException = (from: string, club: { slug: string; name: string } | null, next: Channel) =>
    change({
      ...settings,
      exceptions: settings.exceptions.flatMap((one) => {
        if (one.kind !== kind || one.club.slug !== from) return [one];
        return club ? [{ club, kind, channel: next }] : [];
      }),
    });
  const add = () => {
    const [club] = free;
    if (club) change({ ...settings, exceptions: [...settings.exceptions, { club, kind, channel: channel === 'none' ? 'bell' : 'none' }] });
  };
  return (
    <li className={classes.sentence}>
      <p>
        {when}&nbsp;:{' '}
        <ChannelChoice
          label={when}
          value={channel}
          onChange={(next) =>
            change({ ...settings, kinds: settings.kinds.map((one) => (one.kind === kind ? { kind, channel: next } : one)) })
          }
        />
        {!EVERYWHERE_ALIKE.has(kind) && free.length > 0 && (
          <button type="button" className={classes.except} onClick={add} aria-label={`Faire une exception : ${when.toLowerCase()}`}>
            sauf dans…
          </button>
        )}
      </p>
      {exceptions.map(({ club, channel: exceptional }) => (
        <p key={club.slug} className={classes.exception}>
          sauf dans{' '}
          <Choice
            label={`Club de l’exception : ${when.toLowerCase()}`}
            value={club.slug}
            options={[club, ...free].map(({ slug, name }) => [slug, name])}
            onChange={(slug) => setException(club.slug, free.find((one) => one.slug === slug) ?? club, exceptional)}
          />
          &nbsp;:{' '}
          <ChannelChoice
            label={`${when}, dans ${club.name}`}
            value={exceptional}
            onChange={(next) => setException(club.slug, club, next)}
          />
          <button
            type="button"
            className={classes.except}
            onClick={() => setException(club.slug, null, exceptional)}
            aria-label={`Retirer l’exception pour ${club.name}`}
          >
            Retirer
          </button>
        </p>
      ))}
    </li>
  );
}

interface GroupProps extends Omit<SentenceProps, 'kind'> {
  title: string;
  kinds: readonly NotificationKind[];
}

const Group = ({ title, kinds, ...rest }: GroupProps) => (
  <Section title={title}>
    <ul className={classes.card}>
      {kinds.map((kind) => (
        <Sentence key={kind} kind={kind} {...rest} />
      ))}
    </ul>
  </Section>
);

const MAIL_COUNTS = [1, 2, 3, 5, 8, 12, 20, 30].filter((count) => count >= MAILS_PER_DAY.min && count <= MAILS_PER_DAY.max);

/** What one is told of and how, in sentences; each choice is kept as it is made. */
export function SettingsForm() {
  const { query, change, problem } = useSettings();
  const me = useMe();
  const { data: all } = useQuery(api.clubs.list.queryOptions());
  if (query.isPending || !all) return <ListSkeleton rows={6} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const settings = query.data;
  const mine = new Set(me.clubs.map(({ slug }) => slug));
  const parts = { settings, change, clubs: all.items.filter(({ slug }) => mine.has(slug)) };
  const animates = me.administrator || me.clubs.some(({ role }) => role === 'pilot');
  const counts = [...new Set([...MAIL_COUNTS, settings.mailsPerDay])].sort((a, b) => a - b);
  return (
    <>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.detail}
        </p>
      )}
      <Group title="Ce qui s’adresse à moi" kinds={TO_ME} {...parts} />
      <Group title="La vie de mes clubs" kinds={OF_MY_CLUBS} {...parts} />
      <Group title="Les bourses" kinds={EXCHANGE_KINDS} {...parts} />
      {animates && <Group title="Les clubs que j’anime" kinds={ANIMATING} {...parts} />}
      <PushHere />
      <Section title="Les mails">
        <ul className={classes.card}>
          <li className={classes.sentence}>
            <p>
              Pas plus de{' '}
              <Choice
                label="Mails par jour au plus"
                value={String(settings.mailsPerDay)}
                options={counts.map((count) => [String(count), String(count)])}
                onChange={(count) => change({ ...settings, mailsPerDay: Number(count) })}
              />{' '}
              mails par jour.
            </p>
            <p className={classes.note}>
              Un mail part deux minutes après, si vous n’avez pas déjà lu ici&nbsp;; un seul par sujet jusqu’à votre retour. Le dernier de
              la journée vous dit que la suite attend ici.
            </p>
          </li>
        </ul>
      </Section>
    </>
  );
}
