import { IMAGE_BYTES_MAX } from '@beffroi/shared/features/images/images.contract';
import { imageSizeOf, PIXELS_MAX } from '../../../platform/image-size.ts';
import { imageTypeOf } from '../../../platform/image-type.ts';
import type { DropList } from './drop-list.ts';
import type { ImportedImage } from './imported-document.ts';
import type { WordNode } from './word-tree.ts';

const imagesIn = (node: WordNode): WordNode[] => (node.type === 'image' ? [node] : (node.children ?? []).flatMap(imagesIn));

const contentOf = async (image: WordNode): Promise<Buffer | null> => {
  try {
    return (await image.readAsBuffer?.()) ?? null;
  } catch {
    // It is elsewhere, on the network or on somebody's disk: it is not gone after.
    return null;
  }
};

/** What an image is, when it may be deposited; null when not. */
const acceptedType = (data: Buffer): ReturnType<typeof imageTypeOf> => {
  const type = data.byteLength <= IMAGE_BYTES_MAX ? imageTypeOf(data) : null;
  const size = type && imageSizeOf(data, type);
  return size && size.width * size.height > PIXELS_MAX ? null : type;
};

/** The images of a Word file; null for those that cannot be shown, which are counted. */
export const readImages = async (tree: WordNode, drops: DropList): Promise<Map<WordNode, ImportedImage | null>> => {
  const images = new Map<WordNode, ImportedImage | null>();
  let kept = 0;
  for (const image of imagesIn(tree)) {
    const data = await contentOf(image);
    const type = data && acceptedType(data);
    if (!data) drops.add('outside');
    else if (!type) drops.add('pictures');
    if (type) kept += 1;
    images.set(image, data && type ? { data, type, placeholder: `import:${kept}` } : null);
  }
  return images;
};
