import { diplomaOf, diplomasOfGroup } from '../../core/public-service/diplomas.ts';
import { metierOf } from '../../core/public-service/metiers.ts';

/**
 * Métiers of a crèche, which counts its staff by groups of diplomas: at least 40 % of the first (puériculture, éducateurs de
 * jeunes enfants, auxiliaires…), the others qualified (code de la santé publique, R. 2324-42). Any diploma of the group does, and
 * one of the first does for the second; elsewhere, for an ATSEM say, the métier names its diplomas one by one.
 */
const CRECHE = new Set(['auxiliaire-puericulture', 'agent-creche', 'educateur-jeunes-enfants', 'directeur-creche']);

const byGroup = (diplomas: readonly string[]): string[] => {
  const groups = new Set(diplomas.map((slug) => diplomaOf(slug)?.group));
  const qualified = groups.has('creche-qualifies') ? diplomasOfGroup('creche-qualifies') : [];
  return [...diplomas, ...qualified, ...diplomasOfGroup('creche-diplomes')];
};

/** Diplomas any one of which suffices; none where nothing but experience is asked. @param asked by the need, by its name */
export const sufficientDiplomas = (metier: string, asked: string | null): readonly string[] => {
  const wanted = asked ? [asked] : (metierOf(metier)?.diplomas ?? []);
  return wanted.length > 0 && CRECHE.has(metier) ? byGroup(wanted) : wanted;
};
