import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '../features/forum/forum.api.ts';
import { ReasonDialog } from '../features/forum/reason-dialog.tsx';
import { ReportButton } from '../features/forum/report-button.tsx';
import { TextButton } from '../features/forum/text-button.tsx';
import { useReasonDialog } from '../features/forum/use-reason-dialog.ts';
import { api, client } from '../lib/api.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { personLabel } from '../ui/person-avatar.tsx';

/** Shows the fiche as it then is, and has lists read again. */
const useFicheAct = ({ id }: Fiche) => {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const { attempt, ...state } = useAttempt();
  const run = (act: () => Promise<Fiche>, said: string): Promise<boolean> =>
    attempt({
      act: async () => {
        cache.setQueryData(api.fiches.get.queryKey({ input: { id } }), await act());
        for (const queryKey of [api.fiches.list.key(), api.fiches.ofThread.key(), api.moderation.key()])
          void cache.invalidateQueries({ queryKey });
        announce(said);
      },
    });
  return { run, ...state };
};

/** « Retirer », for those who animate the club: with a reason, which whoever made the fiche is told. */
function RemoveFiche({ fiche }: { fiche: Fiche }) {
  const { run, pending, problem, forget } = useFicheAct(fiche);
  const { button, isOpen, open, close, leave } = useReasonDialog(forget);
  return (
    <>
      <TextButton quiet ref={button} label="Retirer la fiche" onClick={open}>
        Retirer
      </TextButton>
      {isOpen && (
        <ReasonDialog
          danger
          required
          title="Retirer la fiche"
          what={`La fiche, faite par ${personLabel(fiche.createdBy)}, et ses versions ne seront plus visibles que de ceux qui animent le club, qui pourront la rétablir.`}
          confirm="Retirer"
          label="Motif, dit à qui l’a faite"
          busy={pending}
          problem={problem}
          onConfirm={(reason) =>
            void run(() => client.fiches.remove({ id: fiche.id, reason }), 'Fiche retirée.').then((done) => done && leave())
          }
          onClose={close}
        />
      )}
    </>
  );
}

/** Under a fiche: to say what is wrong with it, or to take it out of sight. */
export function ModerateFiche({ fiche }: { fiche: Fiche }) {
  return (
    <>
      {fiche.abilities['fiche.report'] && <ReportButton kind="fiche" id={fiche.id} label="Signaler la fiche" />}
      {fiche.abilities['fiche.remove'] && <RemoveFiche fiche={fiche} />}
    </>
  );
}

/** Above a fiche out of sight, for those who may put it back. */
export function FicheRemoved({ fiche, className }: { fiche: Fiche; className: string | undefined }) {
  const { run, problem } = useFicheAct(fiche);
  const { removal, abilities } = fiche;
  if (!removal) return null;
  return (
    <div className={className} role="status">
      <p>
        <b>Fiche retirée</b> par {personLabel(removal.by)}&nbsp;; seuls ceux qui animent le club la voient. Motif&nbsp;: {removal.reason}
      </p>
      {abilities['fiche.restore'] && (
        <TextButton onClick={() => void run(() => client.fiches.restore({ id: fiche.id }), 'Fiche rétablie.')}>
          Rétablir la fiche
        </TextButton>
      )}
      {problem && <p role="alert">{problem.detail}</p>}
    </div>
  );
}
