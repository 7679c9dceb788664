import { type Cost, middle } from './measure.ts';
import type { Opening } from './opening.ts';
import type { Pause } from './pauses.ts';
import type { TransportCosts } from './transports.ts';

/** What the rounds gave for one operation on one size. */
export interface Measured {
  name: string;
  size: number;
  driver: Cost[];
  bytes: Cost[];
  raw: Cost[];
}

const of = (costs: readonly Cost[], field: keyof Cost): number => middle(costs.map((cost) => cost[field]));
const ms = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 3 : 1));
const ratio = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 2 : 0));
const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** A table of Markdown, its columns padded. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n').concat('\n');
}

/** Each operation beside LMDB alone, on one size. */
export function comparison(measured: readonly Measured[], size: number): string {
  const rows = measured
    .filter((one) => one.size === size)
    .map(({ name, driver, bytes, raw }) => {
      const [store, client] = [of(driver, 'otherCpu'), of(driver, 'cpu')];
      return [
        name,
        whole(of(driver, 'perSecond')),
        ms(store),
        ms(of(bytes, 'otherCpu')),
        ms(client),
        whole(of(raw, 'perSecond')),
        ms(of(raw, 'cpu')),
        ratio(store / of(raw, 'cpu')),
        ratio((store + client) / of(raw, 'cpu')),
        ratio(of(driver, 'perSecond') / of(raw, 'perSecond')),
      ];
    });
  const head = [
    `${whole(size)} documents`,
    'a second',
    'store CPU ms',
    'asked by bytes',
    'driver CPU ms',
    'LMDB alone, a second',
    'CPU ms',
    'store / LMDB',
    'both / LMDB',
    'speed ratio',
  ];
  return table(head, rows);
}

/** The store's CPU for each operation as the collection grows. */
export function flatness(measured: readonly Measured[], sizes: readonly number[]): string {
  const names = [...new Set(measured.map(({ name }) => name))];
  const rows = names.map((name) => {
    const at = (size: number) => measured.find((one) => one.name === name && one.size === size) as Measured;
    const store = sizes.map((size) => of(at(size).driver, 'otherCpu'));
    const raw = sizes.map((size) => of(at(size).raw, 'cpu'));
    return [
      name,
      ...store.map(ms),
      ratio((store.at(-1) as number) / (store[0] as number)),
      ratio((raw.at(-1) as number) / (raw[0] as number)),
    ];
  });
  return table(['store CPU ms', ...sizes.map(whole), 'growth', 'LMDB alone'], rows);
}

export function transports(costs: readonly TransportCosts[]): string {
  const rows = costs.map(({ name, port, socket }) => {
    const sum = (of_: readonly Cost[]) => middle(of_.map(({ cpu, otherCpu }) => cpu + otherCpu));
    return [name, ms(of(port, 'median')), ms(sum(port)), ms(of(socket, 'median')), ms(sum(socket)), ratio(sum(socket) / sum(port))];
  });
  return table(['through', 'port, ms', 'CPU of both, ms', 'socket, ms', 'CPU of both, ms', 'ratio of CPU'], rows);
}

export function pauses(found: readonly Pause[]): string {
  return table(
    ['while', 'took, ms', 'longest wait of another, ms'],
    found.map(({ name, took, longest }) => [name, whole(took), whole(longest)]),
  );
}

export function openings({ bytes, ready, first, memory }: Opening): string {
  const row = [(bytes / 1e9).toFixed(2), whole(ready), whole(first), whole(memory)];
  return table(['cold, GB', 'ready after ms', 'first 21 documents after ms', 'anonymous MB'], [row]);
}
