import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { ConversionThread } from './conversion-thread.ts';
import { readWordFile, writeFile } from './convert.ts';
import { sampleDocument } from './testing/sample-document.ts';
import { doc, p } from './testing/written-document.ts';

const importer = { personId: 'person-import' };
const THREAD_START = 30_000;

describe('a conversion beside the event loop', () => {
  it('gives the file, and reads it back', { timeout: THREAD_START }, async () => {
    const file = await writeFile(sampleDocument(), 'docx');
    const read = await readWordFile(file, importer);
    expect(documentSchema.nodeFromJSON(read.content).textContent).toContain('vingt-quatre mois');
    expect(read.images[0]?.data.byteLength).toBeGreaterThan(50);
    const pdf = await writeFile(sampleDocument(), 'pdf');
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
  it('refuses in the same words, and goes on', { timeout: THREAD_START }, async () => {
    const garbage = readWordFile(Buffer.from('bonjour'), importer);
    await expect(garbage).rejects.toMatchObject({ code: 'unsupported-document', message: expect.stringContaining('document Word') });
    const whole = await writeFile(sampleDocument({ content: doc(p('après')), comments: [] }), 'docx');
    await expect(readWordFile(whole, importer)).resolves.toBeDefined();
  });
  it('is given up when it takes too long, and the next is taken up', { timeout: THREAD_START }, async () => {
    const thread = new ConversionThread({ timeMs: 1, memoryMb: 256, waiting: 5 });
    const task = { kind: 'read', bytes: Buffer.from('bonjour'), importer } as const;
    await expect(thread.run(task)).rejects.toMatchObject({ code: 'too-large' });
    await expect(thread.run(task)).rejects.toMatchObject({ code: 'too-large' });
    await thread.stop();
  });
  it('is not waited for by more than may wait', { timeout: THREAD_START }, async () => {
    const thread = new ConversionThread({ timeMs: 20_000, memoryMb: 256, waiting: 0 });
    const task = { kind: 'read', bytes: Buffer.from('bonjour'), importer } as const;
    const first = thread.run(task);
    await expect(thread.run(task)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(first).rejects.toMatchObject({ code: 'unsupported-document' });
    await thread.stop();
  });
});
