import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from 'react-router';
import { AccountFrame } from '../features/accounts/account-frame.tsx';
import { Installation } from '../features/territory/installation.tsx';
import { api } from '../lib/api.ts';
import { signIn } from '../lib/authentication.ts';
import { FIRST_STEPS_PATH } from '../lib/paths.ts';
import { TextSkeleton } from '../ui/skeletons.tsx';

const STATE_EVERY_MS = 2_000;

/** Creates the territory of a server that has none; elsewhere it leads to sign in. */
export const InstallationPage = () => {
  const navigate = useNavigate();
  const territory = useQuery(
    api.territory.get.queryOptions({ refetchInterval: ({ state }) => (state.data?.state === 'opening' ? STATE_EVERY_MS : false) }),
  );
  const enter = async ({ email, password }: { email: string; password: string }) => {
    const refused = await signIn(email, password);
    void navigate(refused ? '/connexion' : FIRST_STEPS_PATH, { replace: true });
  };
  if (territory.data?.state === 'open') return <Navigate to="/connexion" replace />;
  if (territory.data?.state === 'opening')
    return (
      <AccountFrame title="Le territoire se crée" text={<span role="status">Encore un instant : cette page continue d’elle-même.</span>}>
        <TextSkeleton lines={3} />
      </AccountFrame>
    );
  return (
    <AccountFrame title="Créer votre territoire" text="Ce serveur est neuf. Quelques minutes suffisent pour l’ouvrir à vos communes.">
      <Installation onCreated={enter} />
    </AccountFrame>
  );
};
