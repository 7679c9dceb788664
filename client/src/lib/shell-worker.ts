/** Shows what one is told while Beffroi is closed, and keeps the files of a model's page: one worker for the whole site. */
export const WORKER = '/service-worker.js';

/** Has this browser keep what a model needs to open without network; in development nothing is kept. */
export const keepShell = async (): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Refused in a private window, or without encryption: pages open on line only.
  await navigator.serviceWorker.register(WORKER).catch(() => null);
};
