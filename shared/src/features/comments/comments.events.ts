/** What the server tells those who have a model open. */
export interface CommentsEvents {
  /** Written, answered, edited, deleted, resolved or opened again. */
  'comment.changed': (event: { id: string; templateId: string }) => void;
}
