/** What became of the cases of a suite. */
export class SuiteReport {
  readonly name: string;
  #passed = 0;
  readonly #failures: string[] = [];
  readonly #notApplicable = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  passed(): void {
    this.#passed++;
  }

  failed(where: string, why: string): void {
    this.#failures.push(`${where}: ${why}`);
  }

  notApplicable(reason: string): void {
    this.#notApplicable.set(reason, (this.#notApplicable.get(reason) ?? 0) + 1);
  }

  get failures(): number {
    return this.#failures.length;
  }

  toString(): string {
    const run = this.#passed + this.#failures.length;
    const skipped = [...this.#notApplicable].sort(([, a], [, b]) => b - a);
    const total = skipped.reduce((sum, [, count]) => sum + count, 0);
    const reasons = skipped.map(([reason, count]) => `${reason} ${count}`).join(', ');
    const head = `${this.name}: ${run} run, ${this.#passed} passed, ${this.#failures.length} failed, ${total} not applicable`;
    return [head + (reasons ? ` (${reasons})` : ''), ...this.#failures.map((failure) => `  - ${failure}`)].join('\n');
  }
}
