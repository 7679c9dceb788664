import { fileWeight } from '@beffroi/shared/core/attached-files';
import type { Application } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_FILE_LABEL, type ApplicationFile } from '@beffroi/shared/features/applications/applications.vocabulary';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useMutation } from '@tanstack/react-query';
import { client, problemOf } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './applications.module.css';

/** What was sent with the letter. */
export function ApplicationFiles({ application: { id, files } }: { application: Application }) {
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: async (file: ApplicationFile) => {
      const { body } = await client.applications.download({ id, file });
      saveFile(body, body.name);
    },
  });
  if (files.length === 0) return null;
  return (
    <>
      <div className={classes.buttons}>
        {files.map(({ file, bytes }) => (
          <BusyButton
            key={file}
            busy={isPending && variables === file}
            leftSection={<IconDownload size={17} stroke={1.8} aria-hidden />}
            onClick={() => mutate(file)}
          >
            {APPLICATION_FILE_LABEL[file]}, {fileWeight(bytes)}
          </BusyButton>
        ))}
      </div>
      <FormError>{error && problemOf(error).detail}</FormError>
    </>
  );
}

/** Puts an interview in one's own calendar. */
export function CalendarButton({ id }: { id: string }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { body } = await client.applications.calendar({ id });
      saveFile(body, body.name);
    },
  });
  return (
    <>
      <BusyButton busy={isPending} leftSection={<IconCalendarPlus size={17} stroke={1.8} aria-hidden />} onClick={() => mutate()}>
        Ajouter à mon agenda
      </BusyButton>
      <FormError>{error && problemOf(error).detail}</FormError>
    </>
  );
}
