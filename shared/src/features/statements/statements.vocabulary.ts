export const STATEMENT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const STATEMENT_FORMAT_LABEL: Record<StatementFormat, string> = {
  csv: 'Tableur (CSV)',
  xlsx: 'Excel (.xlsx)',
  pdf: 'PDF',
};

/** « 3 h 30 » */
export const hoursInWords = (minutes: number): string => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
};

interface Confirmed {
  commune: boolean;
  substitute: boolean;
  agreed: boolean;
}

/** Who has said how long a half-day was. */
export const confirmationInWords = ({ commune, substitute, agreed }: Confirmed): string => {
  if (agreed) return 'Par les deux';
  if (commune && substitute) return 'Heures en désaccord';
  if (commune) return 'Par la commune seule';
  return substitute ? 'Sans la commune' : 'À confirmer';
};
