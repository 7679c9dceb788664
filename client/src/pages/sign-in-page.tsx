import { useNavigate, useSearchParams } from 'react-router';
import { AccountFrame } from '../features/accounts/account-frame.tsx';
import { DemoAccounts } from '../features/accounts/demo-accounts.tsx';
import { SignInForm } from '../features/accounts/sign-in-form.tsx';
import { signIn } from '../lib/authentication.ts';
import { returnPath } from '../lib/session.ts';

export const SignInPage = () => {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const back = query.get('retour');
  const enter = async (email: string, password: string) => {
    const refused = await signIn(email, password);
    if (!refused) void navigate(returnPath(back), { replace: true });
    return refused;
  };
  return (
    <AccountFrame
      title="Connexion"
      text={
        back
          ? 'Connectez-vous pour continuer : vous retrouverez la page où vous étiez et ce que vous y aviez écrit.'
          : 'Avec l’adresse électronique que votre commune a donnée.'
      }
    >
      <SignInForm onSignIn={enter} />
      <DemoAccounts onSignIn={enter} />
    </AccountFrame>
  );
};
