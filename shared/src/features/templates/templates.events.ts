/** What the server tells those who watch a model or its club. */
export interface TemplatesEvents {
  /** Created, described, written in, or its state changed. Writing is told once every few seconds at most. */
  'template.updated': (event: { id: string; clubId: string; clubSlug: string; version: number }) => void;
}
