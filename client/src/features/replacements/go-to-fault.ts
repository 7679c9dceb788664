/** Brings what is at fault under the eyes and the caret. */
export const goToFault = (form: HTMLFormElement): void => {
  requestAnimationFrame(() => {
    const fault = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    const target = fault?.matches('fieldset') ? fault.querySelector<HTMLElement>('button:not(:disabled), input') : fault;
    target?.focus();
  });
};
