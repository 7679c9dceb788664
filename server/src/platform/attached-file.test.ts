import JSZip from 'jszip';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ATTACHED_MIME, attachedTypeOf } from './attached-file.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const zipped = (parts: Record<string, string>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [path, content] of Object.entries(parts)) zip.file(path, content, { compression: path === 'mimetype' ? 'STORE' : 'DEFLATE' });
  return zip.generateAsync({ type: 'uint8array' });
};
const word = (parts: Record<string, string> = {}, type = MAIN) =>
  zipped({ '[Content_Types].xml': `<Types><Override ContentType="${type}"/></Types>`, 'word/document.xml': '<w/>', ...parts });

describe('what a file somebody sends is', () => {
  it('is read from its content', async () => {
    expect(await attachedTypeOf(bytes('%PDF-1.7\n…\n%%EOF\n'))).toBe('pdf');
    expect(await attachedTypeOf(await word())).toBe('docx');
    expect(await attachedTypeOf(await zipped({ mimetype: ATTACHED_MIME.odt, 'content.xml': '<x/>' }))).toBe('odt');
  });
  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing', () => bytes('')],
    ['a page', () => bytes('<html><script>alert(1)</script></html>')],
    ['a PDF cut short', () => bytes('%PDF-1.7\n1 0 obj')],
    ['a page that says PDF later', () => bytes('<html>%PDF-1.7 %%EOF')],
    ['a program', () => bytes('MZ\u0090\u0000')],
    ['an old Word file', () => bytes('\u00d0\u00cf\u0011\u00e0')],
    ['a broken archive', () => bytes('PK\u0003\u0004garbage')],
    ['any archive', () => zipped({ 'readme.txt': 'x' })],
    ['a spreadsheet', () => word({}, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')],
    ['a Word file with macros', () => word({}, 'application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['a Word file that hides macros', () => word({ 'word/vbaProject.bin': 'x' })],
    ['an OpenDocument spreadsheet', () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['a list of parts that inflates without end', () => word({ '[Content_Types].xml': `${MAIN}${' '.repeat(3_000_000)}` })],
  ])('%s is none of ours', async (_what, make) => {
    expect(await attachedTypeOf(await make())).toBeNull();
  });
  it('is not even opened when it has more entries than any document, whatever it says of their number', async () => {
    const crowded = Buffer.from(await word(Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`word/media/${i}.png`, '']))));
    const end = crowded.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    crowded.writeUInt16LE(3, end + 8);
    crowded.writeUInt16LE(3, end + 10);
    const opening = vi.spyOn(JSZip, 'loadAsync');
    onTestFinished(() => opening.mockRestore());
    expect(await attachedTypeOf(crowded)).toBeNull();
    expect(opening).not.toHaveBeenCalled();
    expect(await attachedTypeOf(await word())).toBe('docx');
    expect(opening).toHaveBeenCalledTimes(1);
  });
});
