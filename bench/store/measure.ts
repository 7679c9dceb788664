import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What some operations have cost. */
export interface Cost {
  perSecond: number;
  /** CPU of this process for one operation, in milliseconds. */
  cpu: number;
  /** CPU of the other process watched, if any. */
  otherCpu: number;
  /** Half of the operations took less, in milliseconds. */
  median: number;
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));

/** CPU milliseconds a process has used so far, all its threads together. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Anonymous resident memory of a process in MB: what is mapped of files belongs to the page cache. */
export function memoryOf(pid: number): number {
  const found = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

/**
 * Runs an operation again and again, `together` at once, for some seconds.
 *
 * @param operation is given a number that grows by one
 * @param otherPid a process whose CPU is counted too
 */
export async function measure(
  operation: (n: number) => Promise<unknown>,
  together: number,
  seconds: number,
  otherPid?: number,
): Promise<Cost> {
  const durations: number[] = [];
  let n = 0;
  const until = async (end: number): Promise<void> => {
    while (performance.now() < end) {
      const started = performance.now();
      await operation(n++);
      durations.push(performance.now() - started);
    }
  };
  const allUntil = (end: number) => Promise.all(Array.from({ length: together }, () => until(end)));
  // The first thousands run before the compiler has done its work.
  await allUntil(performance.now() + 1000 * seconds);
  durations.length = 0;
  const started = performance.now();
  const own = process.cpuUsage();
  const other = otherPid === undefined ? 0 : cpuOf(otherPid);
  await allUntil(started + 1000 * seconds);
  const elapsed = performance.now() - started;
  const used = process.cpuUsage(own);
  const count = durations.length;
  return {
    perSecond: (count * 1000) / elapsed,
    cpu: (used.user + used.system) / 1000 / count,
    otherCpu: otherPid === undefined ? 0 : (cpuOf(otherPid) - other) / count,
    median: middle(durations),
  };
}

/** The median. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
