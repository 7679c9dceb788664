import { SubstituteModel } from './substitute.model.ts';

export interface PoolFigures {
  agents: number;
  outside: number;
  metiers: { metier: string; count: number }[];
}

/** Who may be asked, by where they come from and by métier: two commands. */
export const poolFigures = async (): Promise<PoolFigures> => {
  const [origins, metiers] = await Promise.all([
    SubstituteModel.aggregate<{ _id: boolean; count: number }>([
      { $match: { active: true } },
      { $group: { _id: { $eq: ['$employer', null] }, count: { $sum: 1 } } },
    ]),
    SubstituteModel.aggregate<{ _id: string; count: number }>([
      { $match: { active: true } },
      { $unwind: '$metiers' },
      { $group: { _id: '$metiers', count: { $sum: 1 } } },
    ]),
  ]);
  const from = (outside: boolean): number => origins.find(({ _id }) => _id === outside)?.count ?? 0;
  return { agents: from(false), outside: from(true), metiers: metiers.map(({ _id, count }) => ({ metier: _id, count })) };
};
