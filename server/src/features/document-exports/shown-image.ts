import type { Node } from '@tiptap/pm/model';
import type { ExportedImage } from './exported-document.ts';

interface Size {
  width: number;
  height: number;
}

/** The size an image is shown at: the one it was given, or its own, never larger than the room there is. */
export const fitted = (node: Node, image: ExportedImage, room: Size): Size => {
  const own = { width: image.width || room.width, height: image.height || room.width };
  const width = node.attrs.width ?? own.width;
  const height = node.attrs.height ?? (width * own.height) / own.width;
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** What stands for an image that a format cannot show. */
export const imageCaption = (node: Node): string => `[Image${node.attrs.alt ? `\u00a0: ${node.attrs.alt}` : ' non reprise'}]`;
