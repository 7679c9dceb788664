import { inflateSync } from 'node:zlib';
import { decode as decodeWebp } from '@cwasm/webp';
import { encode as encodeJpeg } from 'jpeg-js';
import { PIXELS_MAX } from '../../platform/image-size.ts';
import { encodePng } from './encode-png.ts';
import type { ExportedImage, LoadedDocument } from './exported-document.ts';

const QUALITY = 88;

const isOpaque = (pixels: Uint8Array): boolean => {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
};

/** A WebP as files can show it: a photograph as JPEG, what lets the page show through as PNG. Null when it cannot be read. */
const converted = (image: ExportedImage): ExportedImage | null => {
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

/** Where the chunks of a PNG begin, and what surrounds the data of each. */
const [PNG_START, PNG_CHUNK] = [8, 12];
/** Four samples of sixteen bits a pixel, and a byte a line and a pass. */
const unfoldedMax = ({ width, height }: ExportedImage): number => width * height * 8 + height * 8;

/** A PNG as it came; null when it is damaged, or unfolds to more than the pixels it announces: who writes PDF would unfold it whole. */
const honest = (image: ExportedImage): ExportedImage | null => {
  const bytes = Buffer.from(image.data);
  const data: Buffer[] = [];
  try {
    for (let at = PNG_START; at + PNG_CHUNK <= bytes.length; at += PNG_CHUNK + bytes.readUInt32BE(at))
      if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    inflateSync(Buffer.concat(data), { maxOutputLength: unfoldedMax(image) });
    return image;
  } catch {
    // Its place says so.
    return null;
  }
};

const printableOf = (image: ExportedImage): ExportedImage | null => {
  if (image.width * image.height > PIXELS_MAX) return null;
  if (image.type === 'image/webp') return converted(image);
  return image.type === 'image/png' ? honest(image) : image;
};

/** Photographs are kept as WebP, which neither Word before 2021 nor PDF knows: they are written as what both do. What is too much to decode is left out. */
export const withPrintableImages = (document: LoadedDocument): LoadedDocument => {
  const images = new Map<string, ExportedImage>();
  for (const [src, image] of document.images) {
    const printable = printableOf(image);
    if (printable) images.set(src, printable);
  }
  return { ...document, images };
};
