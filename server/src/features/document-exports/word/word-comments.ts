import { type ICommentOptions, Paragraph, TextRun } from 'docx';
import type { ExportedComment } from '../exported-document.ts';
import { printed } from '../printed-text.ts';

/** The numbers Word knows a comment and its replies by: they are counted in the order of the list. */
export const commentNumbers = (comments: readonly ExportedComment[], rank: number): number[] => {
  const first = comments.slice(0, rank).reduce((count, { replies }) => count + 1 + replies.length, 0);
  return Array.from({ length: 1 + (comments[rank]?.replies.length ?? 0) }, (_, index) => first + index);
};

const initials = (author: string): string =>
  author
    .split(/[\s,'’-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map(([letter]) => letter)
    .join('') || '?';

const paragraphs = (text: string): Paragraph[] =>
  printed(text)
    .split('\n')
    .map((line) => new Paragraph({ style: 'CommentText', children: [new TextRun(line)] }));

/** The library writes what is resolved only where a comment names a parent; this one exists for none. */
const NO_PARENT = -1;

/** Comments as Word's, with their replies as Word threads them and what was resolved as done. */
export const wordComments = (comments: readonly ExportedComment[]): ICommentOptions[] =>
  comments.flatMap((comment, rank) => {
    const [first = 0, ...others] = commentNumbers(comments, rank);
    const said = (id: number, { author, at, text }: { author: string; at: string; text: string }) => ({
      id,
      author: printed(author),
      initials: initials(author),
      date: new Date(at),
      resolved: comment.resolved,
      children: paragraphs(text),
    });
    return [
      { ...said(first, comment), parentId: NO_PARENT },
      ...comment.replies.map((reply, index) => ({ ...said(others[index] ?? 0, reply), parentId: first })),
    ];
  });
