import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

/** Atkinson Hyperlegible Next, the face of the interface, as files a PDF can hold (SIL Open Font License). */
const folder = '@expo-google-fonts/atkinson-hyperlegible-next';
const { resolve } = createRequire(import.meta.url);
const face = (name: string): string => resolve(`${folder}/${name}/AtkinsonHyperlegibleNext_${name}.ttf`);

export const FONT = 'Atkinson';
const faces = {
  normal: face('400Regular'),
  bold: face('700Bold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('700Bold_Italic'),
};

/** The writer of PDFs with our face; it may read those four files and nothing else, on this machine or elsewhere. */
export const preparedPdfmake = (): typeof pdfmake => {
  const allowed = new Set(Object.values(faces));
  pdfmake.setFonts({ [FONT]: { ...faces } });
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake;
};
