const underWay = new Map<string, Promise<unknown>>();

/** Runs work one at a time for each key, in the order asked; one's failure does not keep the next from its turn. */
export const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const before = underWay.get(key) ?? Promise.resolve();
  const turn = before.catch(() => {}).then(work);
  underWay.set(key, turn);
  const leave = () => {
    if (underWay.get(key) === turn) underWay.delete(key);
  };
  turn.then(leave, leave);
  return turn;
};
