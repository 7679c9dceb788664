type Listener = () => void;
const listeners = new Set<Listener>();

/** Called by the API client at each 401: whoever shows the application sends the person to sign in. */
export const sessionLost = (): void => {
  for (const listener of listeners) listener();
};

/** Hears that the session is over. @returns the way to stop listening. */
export const onSessionLost = (listener: Listener): Listener => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The sign-in page's address, which brings the person back to `path` afterwards. */
export const signInPath = (path: string): string => (path === '/' ? '/connexion' : `/connexion?retour=${encodeURIComponent(path)}`);

/** Any origin would do: what is read as another's is not ours. */
const HERE = 'http://here.invalid';

/** A path as a browser would follow it from here; null when it leads elsewhere, or nowhere. */
const followed = (path: string): string | null => {
  try {
    const { origin, pathname, search, hash } = new URL(path, HERE);
    // Resolving `/.//elsewhere` leaves what would be read as another host.
    return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : null;
  } catch {
    return null;
  }
};

/** Where to go after sign-in: a path of this site, never another site's address however it is spelt. */
export const returnPath = (wanted: string | null): string => (wanted?.startsWith('/') && followed(wanted)) || '/';
