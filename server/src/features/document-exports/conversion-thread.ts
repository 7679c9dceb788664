import { Worker } from 'node:worker_threads';
import { AppError } from '@beffroi/shared/core/errors';
import type { ConversionAnswer, ConversionResult, ConversionTask } from './conversion.ts';

interface ThreadLimits {
  /** A task that takes longer is given up, with its thread. */
  timeMs: number;
  memoryMb: number;
  /** Tasks that may wait for their turn; the next is told to come back. */
  waiting: number;
}

/** Without work for this long the thread ends, and gives its memory back. */
const IDLE_MS = 60_000;
const HERE = import.meta.url;

/** What a thread begins with when the server runs from its sources: tsx reads them for it too. */
const FROM_SOURCES = `
const { workerData } = require('node:worker_threads');
import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.entry, workerData.entry));`;

/** The thread that stands beside the built server, or the one of its sources. It needs nothing of the environment. */
const start = (memoryMb: number): Worker => {
  const options = { env: {}, resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  if (HERE.endsWith('.js')) return new Worker(new URL('./conversion-worker.js', HERE), options);
  const entry = new URL('./conversion-worker.ts', HERE).href;
  return new Worker(FROM_SOURCES, { ...options, eval: true, workerData: { entry } });
};

const outcome = (answer: ConversionAnswer): ConversionResult => {
  if ('result' in answer) return answer.result;
  if ('refused' in answer) throw new AppError(answer.refused.code, { detail: answer.refused.detail });
  throw new Error(`conversion failed: ${answer.failed}`);
};

const tooMuch = (what: string): AppError =>
  new AppError('too-large', { detail: `Ce document ${what}\u00a0: allégez-le ou partagez-le en plusieurs.` });

/** A thread that converts files one after the other, so that a long one keeps nobody from writing meanwhile. */
export class ConversionThread {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly limits: ThreadLimits;

  constructor(limits: ThreadLimits) {
    this.limits = limits;
  }

  /** @throws AppError what the conversion refused; `unavailable` (too many wait), `too-large` (out of time or memory) */
  async run(task: ConversionTask): Promise<ConversionResult> {
    if (this.waiting > this.limits.waiting) throw new AppError('unavailable');
    this.waiting += 1;
    const turn = this.last.then(() => this.convert(task));
    this.last = turn.catch(() => {});
    try {
      return outcome(await turn);
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) this.rest();
    }
  }

  /** Ends the thread, whatever it does. */
  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private begin(): Worker {
    const worker = start(this.limits.memoryMb);
    const forget = (): void => {
      if (this.worker === worker) this.worker = null;
    };
    // One that fails between two tasks is replaced at the next; nobody waits for it.
    worker.on('error', forget).on('exit', forget);
    this.worker = worker;
    return worker;
  }

  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
  }

  private convert(task: ConversionTask): Promise<ConversionAnswer> {
    clearTimeout(this.idle);
    const worker = this.worker ?? this.begin();
    // An idle thread keeps no process alive; one at work does.
    worker.ref();
    return new Promise((resolve, reject) => {
      const onMessage = (answer: ConversionAnswer): void => end(() => resolve(answer), true);
      const onError = (error: NodeJS.ErrnoException): void =>
        end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('demande trop de mémoire') : error), false);
      const onExit = (): void => end(() => reject(new Error('the conversion thread ended')), false);
      const timer = setTimeout(() => end(() => reject(tooMuch('est trop long à convertir')), false), this.limits.timeMs);
      const end = (settle: () => void, keep: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        if (!keep) void this.stop();
        settle();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit).postMessage(task);
    });
  }
}
