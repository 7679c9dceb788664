import { wordFile } from './word-file.ts';

/** A comment as Word writes it. */
export interface InWord {
  author: string;
  at: string;
  /** A paragraph each, already escaped. */
  lines: string[];
  /** What Word threads by: the id of the last paragraph, that of the one answered, whether all is settled. */
  paragraph?: string;
  parent?: string;
  done?: boolean;
  /** Paragraphs that hold something else than words. */
  more?: string;
}

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

export const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const edge = (which: 'Start' | 'End', id: number): string => `<w:commentRange${which} w:id="${id}"/>`;
/** Where a comment hangs; without edges it is at a place, over no words. */
export const mark = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
export const over = (id: number, inside: string): string => edge('Start', id) + inside + edge('End', id) + mark(id);

const comment = ({ author, at, lines, paragraph, more = '' }: InWord, id: number): string => {
  const last = (rank: number): string => (paragraph && rank === lines.length - 1 ? ` w14:paraId="${paragraph}"` : '');
  const words = lines.map((line, rank) => `<w:p${last(rank)}>${line && run(line)}</w:p>`).join('');
  return `<w:comment w:id="${id}" w:author="${author}" w:date="${at}" w:initials="">${words}${more}</w:comment>`;
};

const threading = ({ paragraph, parent, done }: InWord): string =>
  paragraph ? `<w15:commentEx w15:paraId="${paragraph}"${parent ? ` w15:paraIdParent="${parent}"` : ''} w15:done="${done ? 1 : 0}"/>` : '';

/** A Word file with comments, numbered from 0 in this order. */
export const commentedFile = (body: string, comments: readonly InWord[]): Promise<Buffer> =>
  wordFile(body, {
    'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="${W14}">${comments.map(comment).join('')}</w:comments>`,
    'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="${W15}">${comments.map(threading).join('')}</w15:commentsEx>`,
  });
