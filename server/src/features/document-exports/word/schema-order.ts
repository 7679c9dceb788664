import JSZip from 'jszip';

const NUMBERING = 'word/numbering.xml';

/**
 * Puts what the library writes out of order where the schema wants it (ECMA-376 17.9.6: `pStyle` of a level comes before its
 * suffix and text) and names lists of several levels for what they are: Word mends the first by itself, other readers do not.
 */
export const inSchemaOrder = async (docx: Buffer): Promise<Buffer> => {
  const zip = await JSZip.loadAsync(docx);
  const numbering = await zip.file(NUMBERING)?.async('string');
  if (!numbering) return docx;
  const ordered = numbering
    .replace(/(<w:numFmt [^>]*\/>)((?:(?!<\/w:lvl>|<w:pStyle ).)*)(<w:pStyle [^>]*\/>)/gs, '$1$3$2')
    .replaceAll('w:val="hybridMultilevel"', 'w:val="multilevel"');
  zip.file(NUMBERING, ordered);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};
