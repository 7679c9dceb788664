import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What the tests need that npm does not bring, and the Debian package that brings it. */
interface Program {
  name: string;
  variable: string;
  debianPackage: string;
  candidates: () => string[];
}

const onPath = (name: string): string[] => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

const CHROMIUM: Program = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  // Chromium without its windows, as Playwright's own download is: the same pages, a fifth less work.
  debianPackage: 'chromium-headless-shell',
  candidates: () => [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    ...onPath('chromium'),
    ...onPath('chromium-browser'),
    ...onPath('google-chrome'),
    chromium.executablePath(),
  ],
};

const REDIS: Program = {
  name: 'redis-server',
  variable: 'REDIS_SERVER_PATH',
  debianPackage: 'redis-server',
  candidates: () => ['/usr/bin/redis-server', ...onPath('redis-server')],
};

const PDFTOTEXT: Program = {
  name: 'pdftotext',
  variable: 'PDFTOTEXT_PATH',
  debianPackage: 'poppler-utils',
  candidates: () => ['/usr/bin/pdftotext', ...onPath('pdftotext')],
};

const isExecutable = (path: string): boolean => {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const find = ({ variable, candidates }: Program): string | undefined => {
  const chosen = process.env[variable];
  // A path somebody chose is used or refused, never silently replaced by another.
  return (chosen ? [chosen] : candidates()).find(isExecutable);
};

const missing = ({ name, variable, debianPackage }: Program): string => {
  const chosen = process.env[variable];
  if (chosen) return `${name} is not at ${chosen}, which ${variable} names.`;
  return `${name} is missing: install it (on Debian: apt-get install ${debianPackage}) or set ${variable} to its path.`;
};

const located = (program: Program): string => {
  const path = find(program);
  if (!path) throw new Error(missing(program));
  return path;
};

/**
 * Path of a Chromium: `CHROMIUM_PATH`, the system's, or Playwright's own download.
 * @throws when there is none, with a sentence saying what to install
 */
export const chromiumPath = (): string => located(CHROMIUM);

/**
 * Path of `redis-server`: `REDIS_SERVER_PATH` or the system's.
 * @throws when there is none, with a sentence saying what to install
 */
export const redisServerPath = (): string => located(REDIS);

/**
 * Path of `pdftotext`, which reads PDFs back: `PDFTOTEXT_PATH` or the system's.
 * @throws when there is none, with a sentence saying what to install
 */
export const pdftotextPath = (): string => located(PDFTOTEXT);

const isRootOnDebian = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
};

const aptGet = (...parameters: string[]): boolean =>
  // RUNLEVEL=1 keeps Debian from starting the services it installs.
  spawnSync('apt-get', parameters, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } })
    .status === 0;

/**
 * Makes sure that every program the tests need is there; as root on Debian what is missing is installed.
 * @returns a sentence per program that is still missing
 */
export const providePrograms = (): string[] => {
  const absent = [CHROMIUM, REDIS, PDFTOTEXT].filter((program) => !find(program));
  if (!absent.length || absent.some(({ variable }) => process.env[variable]) || !isRootOnDebian()) return absent.map(missing);
  const packages = absent.map(({ debianPackage }) => debianPackage);
  if (!aptGet('update') || !aptGet('install', '-y', '--no-install-recommends', ...packages)) console.error('apt-get failed.');
  return absent.filter((program) => !find(program)).map(missing);
};
