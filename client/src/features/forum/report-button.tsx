import { lazy, Suspense, useRef, useState } from 'react';
import type { Reported } from './report-dialog.tsx';
import { TextButton } from './text-button.tsx';

const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })));

/** « Signaler », under a text of somebody else; once sent it says so. */
export function ReportButton({ kind, id, label }: { kind: Reported; id: string; label: string }) {
  const [open, setOpen] = useState(false);
  const [reported, setReported] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <TextButton
        quiet
        ref={button}
        label={reported ? `${label} : signalement envoyé` : label}
        disabled={reported}
        onClick={() => setOpen(true)}
      >
        {reported ? 'Signalé' : 'Signaler'}
      </TextButton>
      {open && (
        <Suspense fallback={null}>
          <ReportDialog
            kind={kind}
            id={id}
            onClose={close}
            onReported={() => {
              setReported(true);
              close();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
