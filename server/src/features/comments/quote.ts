import { COMMENT_LIMITS } from '@beffroi/shared/features/comments/comments.contract';

/** What is kept of a commented text, also once it is gone: its beginning, where it is long. */
export const quoted = (text: string): string => (text.length > COMMENT_LIMITS.quote ? `${text.slice(0, COMMENT_LIMITS.quote - 1)}…` : text);
