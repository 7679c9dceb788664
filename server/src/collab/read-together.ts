interface Question<V> {
  key: string;
  resolve: (value: V) => void;
  reject: (error: unknown) => void;
}

/** Answers single questions by asking for many: one command at a time, each for all that was asked during the one before. */
export class ReadTogether<V> {
  readonly #readAll: (keys: string[]) => Promise<ReadonlyMap<string, V>>;
  readonly #atOnce: number;
  readonly #waiting: Question<V>[] = [];
  #busy = false;

  constructor(readAll: (keys: string[]) => Promise<ReadonlyMap<string, V>>, atOnce: number) {
    this.#readAll = readAll;
    this.#atOnce = atOnce;
  }

  read(key: string): Promise<V> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const questions = this.#waiting.splice(0, this.#atOnce);
      try {
        const answers = await this.#readAll(questions.map(({ key }) => key));
        for (const { key, resolve } of questions) resolve(answers.get(key) as V);
      } catch (error) {
        for (const { reject } of questions) reject(error);
      }
    }
    this.#busy = false;
  }
}
