import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { useMutation } from '@tanstack/react-query';
import { client, problemOf } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';

/** Puts in one’s own calendar what one is booked for: of the need of this booking, or, without one, all that is coming. */
export function CalendarButton({ bookingId }: { bookingId?: string | undefined }) {
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { body } = bookingId ? await client.replacements.bookingCalendar({ id: bookingId }) : await client.replacements.calendar();
      saveFile(body, body.name);
    },
  });
  return (
    <>
      <BusyButton
        size="compact-md"
        busy={isPending}
        leftSection={<IconCalendarPlus size={17} stroke={1.8} aria-hidden />}
        onClick={() => mutate()}
      >
        {bookingId ? 'Ajouter à mon agenda' : 'Tout ajouter à mon agenda'}
      </BusyButton>
      <FormError>{error && problemOf(error).detail}</FormError>
    </>
  );
}
