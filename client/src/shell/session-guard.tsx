import { useEffect, useEffectEvent } from 'react';
import { matchPath, useLocation, useNavigate } from 'react-router';
import { forgetAnswers } from '../lib/kept-answers.ts';
import { INSTALLATION_PATH, invitationPath } from '../lib/paths.ts';
import { onSessionLost, signInPath } from '../lib/session.ts';

/** Pages one opens without a session. */
const PUBLIC_PATHS: ReadonlySet<string> = new Set(['/connexion', '/mot-de-passe-oublie', '/nouveau-mot-de-passe', INSTALLATION_PATH]);

/** Whether a page is opened without a session. */
export const isPublic = (pathname: string): boolean => PUBLIC_PATHS.has(pathname) || matchPath(invitationPath(':token'), pathname) !== null;

/** After a 401 anywhere, sends the person to sign in and remembers where she was; drafts are kept where they were typed. */
export const SessionGuard = () => {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const leave = useEffectEvent(() => {
    forgetAnswers();
    if (!isPublic(pathname)) void navigate(signInPath(pathname + search + hash), { replace: true });
  });
  useEffect(() => onSessionLost(() => leave()), []);
  return null;
};
