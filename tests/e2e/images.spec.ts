import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { askAs, replyBox } from './support/writing.ts';

/** Draws a picture wider than what is kept, and gives it to the editor as the clipboard or a dragged file would. */
const give = (editor: Locator, how: 'paste' | 'drop', width: number): Promise<void> =>
  editor.evaluate(
    async (element, { how, width }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height: Math.round(width / 2) });
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      pen.fillStyle = '#2b50bd';
      pen.fillRect(0, 0, canvas.width / 2, canvas.height);
      const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made as Blob), 'image/png'));
      const data = new DataTransfer();
      data.items.add(new File([blob], 'plan.png', { type: 'image/png' }));
      const { left, top } = element.getBoundingClientRect();
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data, clientX: left + 8, clientY: top + 8 }),
      );
    },
    { how, width },
  );

for (const how of ['paste', 'drop'] as const) {
  test(`an image given by ${how} is made smaller, deposited and seen by colleagues`, async ({ browserOf }) => {
    const writer = await browserOf('asker');
    const { path } = await askAs(writer, `Plan à joindre par ${how}, comment le présenter ?`, 'urbanisme');
    await writer.goto(path);
    await replyBox(writer).click();
    await give(replyBox(writer), how, 2_400);
    await expect(replyBox(writer).locator('img[src^="/api/images/"]')).toBeVisible();
    await writer.getByRole('button', { name: 'Répondre', exact: true }).last().click();

    const reader = await browserOf('referent');
    await reader.goto(path);
    // A picture without words beside it has no role: it is found by its tag.
    const image = reader.getByRole('article', { name: /^Réponse 1/ }).locator('img[src^="/api/images/"]');
    await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1_600);

    const src = (await image.getAttribute('src')) as string;
    const stranger = await browserOf('guest');
    expect((await reader.request.get(src)).status()).toBe(200);
    expect((await stranger.request.get(src)).status()).toBe(404);
  });
}
