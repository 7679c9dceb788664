import { mkdirSync } from 'node:fs';
import type { Env } from '../env.ts';

/** Sessions, letters and CVs: for no other account of this machine. */
const PRIVATE = 0o700;

/** The folder of this server's data, there from now on. */
export const dataFolder = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): string => {
  mkdirSync(DATA_DIR, { recursive: true, mode: PRIVATE });
  return DATA_DIR;
};
