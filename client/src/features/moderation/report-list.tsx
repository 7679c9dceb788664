import { REASON_MAX } from '@beffroi/shared/features/forum/forum-moderation.contract';
import type { Report } from '@beffroi/shared/features/moderation/moderation.contract';
import { REPORT_REASON_LABEL, type ReportDecision } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { api, problemOf } from '../../lib/api.ts';
import { fichePath, threadPath } from '../../lib/paths.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { reportsOptions } from './moderation.api.ts';
import classes from './moderation.module.css';

const signalled = ({ ficheId, title }: Report): string => (ficheId ? `la fiche « ${title} »` : `le message signalé dans « ${title} »`);

const titleOf = ({ ficheId, number, title }: Report): string => {
  if (ficheId) return `Fiche « ${title} »`;
  return number ? `Réponse ${number} à « ${title} »` : title;
};

function Decide({ report }: { report: Report }) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const decide = useMutation(
    api.moderation.decideReport.mutationOptions({
      onSuccess: (_, { decision }) => {
        announce(decision === 'remove' ? 'Texte retiré, son auteur est prévenu' : 'Signalement classé');
        for (const queryKey of [api.moderation.key(), api.forum.key(), api.fiches.key()]) void cache.invalidateQueries({ queryKey });
      },
    }),
  );
  const act = (decision: ReportDecision) => () => decide.mutate({ id: report.id, decision, reason: reason.trim() });
  const problem = decide.error && problemOf(decide.error);
  return (
    <div className={classes.decide}>
      <Textarea
        label="Votre motif, dit aux personnes concernées"
        value={reason}
        maxLength={REASON_MAX}
        autosize
        minRows={1}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <BusyButton busy={decide.isPending} onClick={act('remove')} aria-label={`Retirer ${signalled(report)}`}>
          Retirer {report.ficheId ? 'la fiche' : 'le message'}
        </BusyButton>
        <BusyButton busy={decide.isPending} onClick={act('dismiss')} aria-label={`Laisser ${signalled(report)}`}>
          {report.ficheId ? 'La' : 'Le'} laisser en place
        </BusyButton>
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.errors?.[0]?.message ?? problem.detail}
        </p>
      )}
    </div>
  );
}

function ReportRow({ report }: { report: Report }) {
  const more = report.reportCount - report.reports.length;
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <Link
            to={report.ficheId ? fichePath(report.clubSlug, report.ficheId) : threadPath(report.clubSlug, report.threadId, report.number)}
          >
            {typeset(titleOf(report))}
          </Link>
        </h3>
        <p className={classes.facts}>
          {personLabel(report.author)} · {report.ficheId ? 'signalée' : 'signalé'} <RelativeTime inSentence at={report.at} />
        </p>
        <p className={classes.excerpt}>{typeset(report.excerpt)}</p>
        <ul className={classes.reasons}>
          {report.reports.map(({ by, reason, text }) => (
            <li key={by.id}>
              {personLabel(by)}&nbsp;: {REPORT_REASON_LABEL[reason].toLowerCase()}
              {text && `. ${typeset(text)}`}
            </li>
          ))}
          {more > 0 && <li>et {more} de plus</li>}
        </ul>
        <Decide report={report} />
      </div>
    </ListRow>
  );
}

/** What a club’s readers reported, for those who decide. */
export function ReportList({ slug }: { slug: string }) {
  const query = useInfiniteQuery(reportsOptions(slug));
  if (query.isPending) return <ListSkeleton rows={2} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const reports = query.data.pages.flatMap((page) => page.items);
  if (reports.length === 0)
    return <EmptyState title="Rien à examiner" text="Ce qu’un lecteur signale sous un texte, «&nbsp;Signaler&nbsp;», apparaît ici." />;
  return (
    <>
      <ListCard label="Signalements">
        {reports.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}
