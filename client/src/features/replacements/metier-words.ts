import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { METIERS, type Metier, metierOf } from '@beffroi/shared/core/public-service/metiers';

/** Most often replaced, in a word: one touch to ask for or to look at. */
const QUICK: Record<string, string> = {
  atsem: 'ATSEM',
  'auxiliaire-puericulture': 'Puériculture',
  'animateur-periscolaire': 'Animation',
  'agent-restauration': 'Restauration',
  'agent-entretien': 'Entretien',
  'secretaire-mairie': 'Secrétariat',
};

export const QUICK_METIERS = Object.entries(QUICK).map(([slug, short]) => ({ slug, short, label: metierOf(slug)?.label ?? short }));

/** The others, those that are replaced from one day to the next first. */
export const OTHER_METIERS: readonly Metier[] = METIERS.filter(({ slug }) => !(slug in QUICK)).sort(
  (a, b) => Number(b.replaced) - Number(a.replaced) || a.label.localeCompare(b.label, 'fr'),
);

/** « CAP AEPE, CAP petite enfance ou BEP sanitaire et social »: any of them suffices; null where the métier asks for none. */
export const askedDiplomas = (metier: string): string | null => {
  const names = (metierOf(metier)?.diplomas ?? []).map((slug) => diplomaOf(slug)?.short ?? slug);
  if (names.length < 2) return names[0] ?? null;
  return `${names.slice(0, -1).join(', ')} ou ${names.at(-1)}`;
};
