import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { clubCard } from '../clubs/club-card.fixtures.ts';
import { AskForm } from './ask-form.tsx';
import { fakeServer, problem } from './fake-server.fixtures.ts';
import { buildThread, buildThreadItem } from './forum.fixtures.ts';
import { renderWriting } from './writing.fixtures.tsx';

vi.mock('../../editor/lazy-rich-text-editor.tsx', async () => ({
  LazyRichTextEditor: (await import('./writing.fixtures.tsx')).PlainEditor,
}));

const clubs = [clubCard('juridique', 'Juridique'), clubCard('marches-publics', 'Marchés publics')];
const CREATE = 'POST /clubs/marches-publics/threads';
const SIMILAR = 'GET /threads/similar';
const none = () => ({ body: { items: [] } });
const clubList = () => ({ body: { items: clubs, nextCursor: null } });

const form = (kept = new Map<string, unknown>(), onAsked = vi.fn(), open = clubs) => {
  renderWriting(<AskForm clubs={open} club="marches-publics" title="" kind="question" onAsked={onAsked} />, kept);
  return {
    onAsked,
    title: () => screen.getByLabelText('Votre question en une phrase'),
    body: () => screen.getByLabelText('Les détails de votre question'),
  };
};
afterEach(() => vi.unstubAllGlobals());

test('asks in the club chosen beforehand', async () => {
  const server = fakeServer({
    [SIMILAR]: none,
    'GET /clubs': clubList,
    [CREATE]: () => ({ status: 201, body: { ...buildThread(), replies: { items: [], nextCursor: null } } }),
  });
  const kept = new Map<string, unknown>();
  const { onAsked, title, body } = form(kept);
  await userEvent.type(title(), 'Quel indice de révision ?');
  await userEvent.type(body(), 'Notre marché arrive à échéance.');
  await userEvent.click(screen.getByRole('button', { name: 'Poser la question' }));
  await waitFor(() => expect(onAsked).toHaveBeenCalledOnce());
  expect(server.to(CREATE)[0]?.body).toMatchObject({ kind: 'question', title: 'Quel indice de révision ?' });
  expect(kept.size).toBe(0);
});

test('a title too short is said at its field, in the contract’s words, and nothing is sent', async () => {
  const server = fakeServer({ [SIMILAR]: none, 'GET /clubs': clubList });
  const { title, body } = form();
  await userEvent.type(title(), 'Indice');
  await userEvent.type(body(), 'Texte');
  await userEvent.click(screen.getByRole('button', { name: 'Poser la question' }));
  expect(await screen.findByText(/Un titre d’au moins 8 caractères/)).toBeDefined();
  expect(title().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(title());
  expect(server.to(CREATE)).toEqual([]);
});

test('a refused field is said at the field, and the next try carries the same key', async () => {
  const server = fakeServer({
    [SIMILAR]: none,
    'GET /clubs': clubList,
    [CREATE]: () =>
      problem(400, 'invalid-input', 'Certaines informations sont à corriger.', {
        errors: [{ path: 'body', message: 'Pas plus de 10 images.' }],
      }),
  });
  const kept = new Map<string, unknown>();
  const { title, body } = form(kept);
  await userEvent.type(title(), 'Quel indice de révision ?');
  await userEvent.type(body(), 'Texte');
  await userEvent.click(screen.getByRole('button', { name: 'Poser la question' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Pas plus de 10 images.');
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await waitFor(() => expect(server.to(CREATE)).toHaveLength(2));
  const keys = server.to(CREATE).map(({ body: sent }) => (sent as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size).toBe(1);
  expect(kept.get('ask')).toMatchObject({ title: 'Quel indice de révision ?', idempotencyKey: keys[0] });
});

test('what was already asked appears while the title is typed, once', async () => {
  const found = buildThreadItem({ id: 'old', title: 'Révision de prix des repas', status: 'resolved', resolved: true, replyCount: 3 });
  const server = fakeServer({ [SIMILAR]: () => ({ body: { items: [found] } }), 'GET /clubs': clubList });
  const { title } = form();
  await userEvent.type(title(), 'Révision de prix');
  const link = await screen.findByRole('link', { name: /Révision de prix des repas/ });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(server.to(SIMILAR).length).toBeLessThanOrEqual(2);
  expect(screen.getByRole('button', { name: 'C’est la même question' })).toBeDefined();
});

const created = () => ({ status: 201, body: { ...buildThread(), replies: { items: [], nextCursor: null } } });

const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('a legal watch is sent with its source, once each of its fields is right', async () => {
  const server = fakeServer({ [SIMILAR]: none, 'GET /clubs': clubList, [CREATE]: created });
  form();
  await userEvent.click(screen.getByRole('radio', { name: 'Veille réglementaire' }));
  fill('La nouveauté en une phrase', 'Un décret change la publicité');
  fill('Texte officiel', 'Décret n° 2024-1');
  fill('Adresse du texte', 'legifrance');
  fill('Pour qui', 'Toutes les communes');
  fill('Ce qui change', 'Le délai passe à un mois.');
  fill('Ce que nous en retenons', 'À préparer.');
  await userEvent.click(screen.getByRole('button', { name: 'Publier la veille' }));
  expect(await screen.findByText('Une adresse complète, qui commence par https://')).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('Adresse du texte'));
  expect(server.to(CREATE)).toEqual([]);
  fill('Adresse du texte', 'https://www.legifrance.gouv.fr/');
  await userEvent.click(screen.getByRole('button', { name: 'Publier la veille' }));
  await waitFor(() => expect(server.to(CREATE)).toHaveLength(1));
  expect(server.to(CREATE)[0]?.body).toMatchObject({
    kind: 'watch',
    watch: { sourceTitle: 'Décret n° 2024-1', sourceUrl: 'https://www.legifrance.gouv.fr/', effectiveOn: null },
  });
});

test('an announcement is offered to those who may make one, in the clubs where they may', async () => {
  fakeServer({ [SIMILAR]: none, 'GET /clubs': clubList });
  form();
  expect(screen.queryByRole('radio', { name: 'Annonce' })).toBeNull();
  cleanup();
  const [first, second] = clubs as [ClubCard, ClubCard];
  form(undefined, undefined, [{ ...first, abilities: { ...first.abilities, 'thread.announce': true } }, second]);
  await userEvent.click(screen.getByRole('radio', { name: 'Annonce' }));
  const offered = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(offered).toEqual(['Juridique']);
  expect(screen.getByLabelText('Prévenir tous les agents du territoire')).toBeDefined();
});

test('what was typed stays when one changes one’s mind about the kind', async () => {
  fakeServer({ [SIMILAR]: none, 'GET /clubs': clubList });
  const { title, body } = form();
  await userEvent.type(title(), 'Un an de marché court');
  await userEvent.type(body(), 'Ce que nous referions.');
  await userEvent.click(screen.getByRole('radio', { name: 'Retour d’expérience' }));
  expect((screen.getByLabelText('Votre retour en une phrase') as HTMLInputElement).value).toBe('Un an de marché court');
  expect((screen.getByLabelText('Le récit de votre expérience') as HTMLTextAreaElement).value).toBe('Ce que nous referions.');
});
