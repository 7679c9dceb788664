/** What the server tells those who watch the vacancies; of drafts nothing. */
export interface VacanciesEvents {
  /** Published for the first time. */
  'vacancy.created': (event: { id: string; version: number }) => void;
  /** Corrected, put off, closed or put back. */
  'vacancy.updated': (event: { id: string; version: number }) => void;
}
