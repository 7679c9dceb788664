import { PASSWORD_LENGTH } from '@beffroi/shared/features/accounts/accounts.contract';
import { expect, it } from 'vitest';
import { PASSWORD_LENGTH_MIN } from './account-fields.ts';
import { profileErrors, serverErrors } from './profile-errors.ts';

const valid = { name: 'Juriste', function: 'Juriste', phone: null, expertise: ['contentieux'] };

it('accepts a profile the contract accepts', async () => {
  expect(await profileErrors(valid)).toEqual({});
});

it('puts each sentence at its field', async () => {
  const errors = await profileErrors({ name: ' ', function: 'x'.repeat(121), phone: 'au 3e étage', expertise: ['a'] });
  expect(errors).toEqual({
    name: 'Indiquez votre nom ou votre fonction.',
    function: '120 caractères au plus.',
    phone: 'Ce numéro de téléphone n’est pas lisible.',
    expertise: 'Chaque sujet compte entre 2 et 60 caractères.',
  });
});

it('reads the server’s answer alike', () => {
  const problem = {
    type: '',
    title: '',
    status: 400,
    code: 'invalid-input',
    detail: '',
    errors: [
      { path: 'expertise.3', message: 'x' },
      { path: 'nowhere', message: 'y' },
      { path: 'phone', message: 'Illisible.' },
    ],
  };
  expect(serverErrors(problem)).toEqual({ expertise: 'Chaque sujet compte entre 2 et 60 caractères.', phone: 'Illisible.' });
});

it('asks for passwords as long as the contract does', () => {
  expect(PASSWORD_LENGTH_MIN).toBe(PASSWORD_LENGTH.min);
});
