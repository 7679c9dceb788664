import { SubstituteModel } from './substitute.model.ts';

export interface PoolFigures {
  agents: number;
  outside: number;
  metiers: { metier: string; count: number }[];
}

interface Alike {
  _id: { outside: boolean; metiers: string[] };
  count: number;
}

/** Who may be asked, by where they come from and by métier: one command, which counts those who do the same work together. */
export const poolFigures = async (): Promise<PoolFigures> => {
  const alike = await SubstituteModel.aggregate<Alike>([
    { $match: { active: true } },
    { $group: { _id: { outside: { $eq: ['$employer', null] }, metiers: '$metiers' }, count: { $sum: 1 } } },
  ]);
  const figures: PoolFigures = { agents: 0, outside: 0, metiers: [] };
  const byMetier = new Map<string, number>();
  for (const { _id, count } of alike) {
    figures[_id.outside ? 'outside' : 'agents'] += count;
    for (const metier of _id.metiers) byMetier.set(metier, (byMetier.get(metier) ?? 0) + count);
  }
  return { ...figures, metiers: [...byMetier].map(([metier, count]) => ({ metier, count })) };
};
