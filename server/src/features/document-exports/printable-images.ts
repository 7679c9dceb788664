import { decode as decodeWebp } from '@cwasm/webp';
import { encode as encodeJpeg } from 'jpeg-js';
import { encodePng } from './encode-png.ts';
import type { ExportedImage, LoadedDocument } from './exported-document.ts';

/** Four bytes a pixel once decoded: far above a photograph's, far below what would fill the memory. */
const PIXELS_MAX = 30_000_000;
const QUALITY = 88;

const isOpaque = (pixels: Uint8Array): boolean => {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
};

/** A WebP as files can show it: a photograph as JPEG, what lets the page show through as PNG. Null when it cannot be read. */
const converted = (image: ExportedImage): ExportedImage | null => {
  if (image.width * image.height > PIXELS_MAX) return null;
  try {
    const { width, height, data } = decodeWebp(image.data);
    const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    if (isOpaque(pixels)) return { data: encodeJpeg({ width, height, data: pixels }, QUALITY).data, type: 'image/jpeg', width, height };
    return { data: encodePng(pixels, width, height), type: 'image/png', width, height };
  } catch {
    // Damaged: its place says so.
    return null;
  }
};

/** Photographs are kept as WebP, which neither Word before 2021 nor PDF knows: they are written as what both do. */
export const withPrintableImages = (document: LoadedDocument): LoadedDocument => {
  const images = new Map<string, ExportedImage>();
  for (const [src, image] of document.images) {
    const printable = image.type === 'image/webp' ? converted(image) : image;
    if (printable) images.set(src, printable);
  }
  return { ...document, images };
};
