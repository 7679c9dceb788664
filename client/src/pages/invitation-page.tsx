import type { InvitationLink } from '@beffroi/shared/features/invitations/invitations.contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import classes from '../features/accounts/account-frame.module.css';
import { AccountFrame } from '../features/accounts/account-frame.tsx';
import { carryEmail } from '../features/accounts/carried-email.ts';
import { AcceptForm } from '../features/invitations/accept-form.tsx';
import { InvitedPlaces } from '../features/invitations/invited-places.tsx';
import { api, problemOf } from '../lib/api.ts';
import { signIn } from '../lib/authentication.ts';
import { invitationPath, OWN_INVITATION_PATH } from '../lib/paths.ts';
import { signInPath } from '../lib/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { FormError } from '../ui/form-error.tsx';
import { TextSkeleton } from '../ui/skeletons.tsx';

/** She has an account already: signed in, one button; else she signs in and comes back here. */
function JoinAsOneself({ token, link }: { token: string | undefined; link: InvitationLink }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const me = useQuery(api.accounts.me.queryOptions({ retry: false })).data;
  const accept = useMutation(api.invitations.acceptLink.mutationOptions());
  if (me?.email !== link.email)
    return (
      <p className={classes.form}>
        <Button
          component={Link}
          to={signInPath(token ? invitationPath(token) : OWN_INVITATION_PATH)}
          state={carryEmail(link.email)}
          variant="filled"
          h={42}
        >
          Se connecter avec {link.email}
        </Button>
      </p>
    );
  const join = () =>
    accept.mutate(
      { token },
      {
        onSuccess: () => {
          cache.clear();
          void navigate('/', { replace: true });
        },
      },
    );
  return (
    <div className={classes.form}>
      <FormError>{accept.isError ? problemOf(accept.error).detail : null}</FormError>
      <BusyButton variant="filled" h={42} busy={accept.isPending} onClick={join}>
        Accepter
      </BusyButton>
    </div>
  );
}

const titleOf = ({ hasAccount, territory }: InvitationLink): string => {
  if (hasAccount) return 'Une invitation à accepter';
  return territory ? `Bienvenue dans l’espace de ${territory}` : 'Bienvenue dans Beffroi';
};

/** Where the link of an invitation leads, or what tells of it: who invites, where to, and the way in. */
export function InvitationPage() {
  const { token } = useParams();
  const navigate = useNavigate();
  const query = useQuery(api.invitations.readLink.queryOptions({ input: { token }, retry: false, staleTime: Number.POSITIVE_INFINITY }));
  const enter = async ({ email, password }: { email: string; password: string }) => {
    const refused = await signIn(email, password);
    void navigate(refused ? '/connexion' : '/', { replace: true });
  };
  if (query.isPending)
    return (
      <AccountFrame title="Votre invitation">
        <TextSkeleton lines={4} />
      </AccountFrame>
    );
  if (!query.data)
    return (
      <AccountFrame
        title={token ? 'Cette invitation n’ouvre plus rien' : 'Pas d’invitation en attente'}
        text={problemOf(query.error).detail}
      >
        <p className={classes.form}>
          <Button component={Link} to={token ? '/connexion' : '/'} h={42}>
            {token ? 'Aller à la connexion' : 'Aller à l’accueil'}
          </Button>
        </p>
      </AccountFrame>
    );
  const link = query.data;
  return (
    <AccountFrame
      title={titleOf(link)}
      text={
        <>
          {link.invitedBy} vous invite, à l’adresse <b>{link.email}</b>.
        </>
      }
    >
      <InvitedPlaces grants={link.grants} />
      {link.hasAccount || !token ? (
        <JoinAsOneself token={token} link={link} />
      ) : (
        <AcceptForm token={token} email={link.email} onAccepted={enter} />
      )}
    </AccountFrame>
  );
}
