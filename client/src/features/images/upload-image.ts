import { client, problemOf } from '../../lib/api.ts';

/** Beyond this side a photograph only weighs more: no screen of the product shows it larger. */
export const IMAGE_SIDE_MAX = 1_600;
const QUALITY = 0.86;
const UNREADABLE = 'ce fichier n’est pas une image lisible (PNG, JPEG, WebP ou GIF).';

/** The size an image is kept at: never larger than it came, its longer side within bounds. */
export const fittedSize = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, IMAGE_SIDE_MAX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const encoded = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });

/** Draws the image anew, which also drops what a telephone writes beside it: place, date, owner. */
const redrawn = async (file: File) => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw new Error(UNREADABLE, { cause });
  });
  const size = fittedSize(bitmap.width, bitmap.height);
  if (file.type === 'image/gif') return { blob: file as Blob, ...size };
  const canvas = Object.assign(document.createElement('canvas'), size);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, size.width, size.height);
  bitmap.close();
  const webp = await encoded(canvas, 'image/webp');
  // A browser that cannot write WebP answers with a PNG, too heavy for a photograph.
  const blob = webp?.type === 'image/webp' || file.type === 'image/png' ? webp : await encoded(canvas, 'image/jpeg');
  if (!blob) throw new Error(UNREADABLE);
  return { blob, ...size };
};

/**
 * Deposits an image in a club, reduced and stripped of its metadata.
 * @throws an error whose message is a French sentence without capital, to follow the file's name.
 */
export const uploadImage = async (slug: string, file: File): Promise<{ src: string; width: number; height: number }> => {
  const { blob, width, height } = await redrawn(file);
  try {
    const extension = blob.type.split('/')[1] ?? 'png';
    const { url } = await client.images.upload({ slug, file: new File([blob], `image.${extension}`, { type: blob.type }) });
    return { src: url, width, height };
  } catch (error) {
    throw new Error(problemOf(error).detail, { cause: error });
  }
};
