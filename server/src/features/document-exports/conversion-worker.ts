import { parentPort } from 'node:worker_threads';
import { AppError } from '@beffroi/shared/core/errors';
import { type ConversionAnswer, type ConversionTask, convert } from './conversion.ts';

const answer = async (task: ConversionTask): Promise<ConversionAnswer> => {
  try {
    return { result: await convert(task) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, detail: error.message } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on('message', (task: ConversionTask) => {
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});
