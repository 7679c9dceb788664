import { SearchWordModel } from './search-word.model.ts';

/** How common each of these terms is; those no text ever held are left out. */
export const usesOf = async (terms: readonly string[]): Promise<Map<string, number>> => {
  const words = await SearchWordModel.find({ _id: { $in: terms } }, { uses: 1 }).lean();
  return new Map(words.map(({ _id, uses }) => [_id, uses]));
};
