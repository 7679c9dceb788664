import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import { wordFile } from '../support/word-files.ts';
import { faultsOf } from './support/axe.ts';
import { expect, test } from './support/test.ts';

/** What the download started by this gives. */
const download = async (page: Page, start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), start()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('a pilot begins a model from a Word file, is told what was dropped, finds its comments, and takes it away in Word and PDF', async ({
  browserOf,
}) => {
  test.slow();
  const page = await browserOf('pilot');
  await page.goto('/clubs/marches-publics/modeles');
  await page.getByRole('button', { name: 'Importer un document Word' }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer un document Word' });
  await expect(dialog.getByRole('button', { name: 'Importer', exact: true })).toBeDisabled();
  expect(await faultsOf(page, { rules: 'all', within: '[role=dialog]' })).toEqual([]);

  const heading = (text: string) => ({ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] });
  const titles = ['Objet', 'Lots', 'Durée', 'Prix', 'Pénalités', 'Résiliation'];
  const said = { author: 'Juriste', at: '2026-03-12T09:30:00.000Z', text: 'Objet de quoi ?' };
  const buffer = await wordFile(
    [...titles.map(heading), { type: 'paragraph', content: [{ type: 'text', text: 'Le marché dure douze mois.' }] }],
    undefined,
    [{ ...said, id: 'a', from: 1, to: 6, replies: [], resolved: false }],
  );
  const mimeType = 'application/octet-stream';
  await page.locator('input[type=file]').setInputFiles({ name: 'page.docx', mimeType, buffer: Buffer.from('<html>') });
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('n’est pas un document Word');
  await page.locator('input[type=file]').setInputFiles({ name: 'reglement.docx', mimeType, buffer });
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Règlement de la consultation');
  await expect(dialog.getByRole('listitem')).toContainText([
    'Le sommaire n’est pas repris',
    '1\u00a0commentaire est repris, au nom que Word donne à son auteur.',
  ]);
  expect(await faultsOf(page, { rules: 'all', within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Ouvrir le modèle' }).click();
  await expect(page.locator('.ProseMirror')).toContainText('Le marché dure douze mois.');
  const comment = page.getByRole('article', { name: 'Commentaire de Juriste (Word)' });
  await expect(comment).toContainText('Objet de quoi');
  await comment.click();
  await expect(comment).toContainText('Importé de Word par');
  await expect(comment.getByRole('button', { name: 'Modifier' })).toHaveCount(0);
  await expect(page.locator('.ProseMirror .commented')).toHaveText('Objet');

  const exporting = async (format: string) => {
    await page.getByRole('button', { name: 'Exporter' }).click();
    await page.getByRole('menuitem', { name: format }).click();
  };
  const word = await download(page, () => exporting('Word (.docx)'));
  expect(word.name).toBe('Règlement de la consultation (Brouillon).docx');
  expect(await (await JSZip.loadAsync(word.bytes)).file('word/document.xml')?.async('string')).toContain('Le marché dure douze mois.');
  const pdf = await download(page, () => exporting('PDF'));
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByRole('dialog')).toBeHidden();
});
