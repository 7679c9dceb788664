import type { ImportPlan } from '@beffroi/shared/features/invitations/invitations.contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { decodeCsv } from './decode-csv.ts';
import { ImportPlanTable } from './import-plan.tsx';
import { useInvitedAgain } from './invitations.api.ts';
import classes from './invitations.module.css';
import type { Place } from './place.ts';

const EXAMPLE = 'adresse;nom;fonction;commune;rôle;clubs';
const FILE_BYTES_MAX = 200_000;

interface Preview {
  csv: string;
  plan: ImportPlan;
}

const detailOf = (error: unknown): string => {
  const { detail, errors } = problemOf(error);
  return errors?.[0]?.message ?? detail;
};

/** « 12 invitations et 3 droits ajoutés ». */
const planWords = ({ counts }: ImportPlan): string => {
  const added = (counts.add ?? 0) + (counts.pending ?? 0);
  const parts = [
    counts.invite ? plural(counts.invite, 'invitation', 'invitations') : null,
    added ? plural(added, 'personne recevra des droits', 'personnes recevront des droits') : null,
  ].filter(Boolean);
  return parts.join(', ');
};

/** Several people at once from a spreadsheet: a file, what it will do, then the confirmation. */
export const ImportPeople = ({ place }: { place: Place }) => {
  const commune = place.scope === 'commune' ? { commune: place.slug } : {};
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const invited = useInvitedAgain();
  const dryRun = useMutation(api.invitations.dryRun.mutationOptions());
  const batch = useMutation(api.invitations.batch.mutationOptions());
  const shown = preview !== null;
  useEffect(() => {
    if (shown) heading.current?.focus();
  }, [shown]);

  const forget = () => {
    setPreview(null);
    if (input.current) input.current.value = '';
  };
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    setSaid(null);
    setProblem(null);
    if (file.size > FILE_BYTES_MAX) return setProblem('Ce fichier est trop long\u00a0: partagez-le en plusieurs.');
    const csv = decodeCsv(await file.arrayBuffer());
    dryRun.mutate(
      { csv, ...commune },
      {
        onSuccess: (plan) => setPreview({ csv, plan }),
        onError: (error) => {
          setProblem(detailOf(error));
          forget();
        },
      },
    );
  };
  const confirm = ({ csv, plan }: Preview) =>
    batch.mutate(
      { csv, hash: plan.hash, ...commune },
      {
        onSuccess: () => {
          setSaid(`C’est parti : ${planWords(plan)}. Les courriels partent l’un après l’autre.`);
          forget();
          invited();
        },
        onError: (error) => {
          const { code, current } = problemOf(error);
          setProblem(detailOf(error));
          if (code === 'conflict' && current) setPreview({ csv, plan: current as ImportPlan });
        },
      },
    );
  const words = preview && planWords(preview.plan);
  return (
    <div className={classes.import}>
      <p className={classes.facts}>
        Un tableau enregistré au format CSV, dont la première ligne nomme les colonnes&nbsp;: <code>{EXAMPLE}</code>. 500 lignes au plus.
        Rien ne part avant que vous ayez relu l’aperçu.
      </p>
      <FormError>{problem}</FormError>
      <label className={classes.file}>
        <span>Fichier CSV</span>
        <input ref={input} type="file" accept=".csv,text/csv,text/plain" onChange={(event) => void read(event)} />
      </label>
      <p role="status" className={classes.said}>
        {dryRun.isPending ? 'Lecture du fichier…' : said}
      </p>
      {preview && (
        <>
          <h3 ref={heading} tabIndex={-1}>
            Aperçu : {words || 'rien à faire'}
            {(preview.plan.counts.error ?? 0) > 0 &&
              ` · ${plural(preview.plan.counts.error ?? 0, 'ligne à corriger', 'lignes à corriger')}`}
          </h3>
          <ImportPlanTable plan={preview.plan} />
          <div className={classes.actions}>
            {words && (
              <BusyButton variant="filled" busy={batch.isPending} onClick={() => confirm(preview)}>
                Confirmer
              </BusyButton>
            )}
            <Button variant="subtle" onClick={forget}>
              {words ? 'Renoncer' : 'Choisir un autre fichier'}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
