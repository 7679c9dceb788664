import { AppError } from '@beffroi/shared/core/errors';

/** A process that does not answer in this time keeps a text from being settled: nobody could say what it has taken. */
const ANSWER_MS = 3_000;

/** Waits until each of the other processes has said that it holds changes back. */
export class HoldRound {
  #turn = 0;
  #left = 0;
  #done: () => void = () => {};

  /** @param ask says to all others which turn this is @throws AppError `unavailable` when one does not answer */
  async begin(others: number, ask: (turn: number) => void): Promise<void> {
    this.#turn++;
    this.#left = others;
    if (others < 1) return;
    await new Promise<void>((resolve, reject) => {
      const unavailable = new AppError('unavailable', {
        detail: 'Le texte ne peut pas être arrêté en ce moment\u00a0: réessayez dans un instant.',
      });
      const late = setTimeout(() => reject(unavailable), ANSWER_MS);
      this.#done = () => {
        clearTimeout(late);
        resolve();
      };
      ask(this.#turn);
    });
  }

  /** One of them holds back, as was asked in this turn. */
  holds(turn: number): void {
    if (turn === this.#turn && --this.#left === 0) this.#done();
  }
}
