import type { ExportedDocument, ExportedImage, LoadedDocument } from './exported-document.ts';

/** Reads the images of a document, each once; those that cannot be read are left out, and said in their place. */
export const loadImages = async (document: ExportedDocument): Promise<LoadedDocument> => {
  const sources = new Set<string>();
  document.content.descendants((node) => {
    if (node.type.name === 'image' && node.attrs.src) sources.add(node.attrs.src);
  });
  const images = new Map<string, ExportedImage>();
  for (const src of sources) {
    const image = await document.images(src);
    if (image) images.set(src, image);
  }
  return { ...document, images };
};
