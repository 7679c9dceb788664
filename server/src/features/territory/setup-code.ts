import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { model, Schema } from 'mongoose';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { tryLimit, waitAfter } from '../../platform/wait-after.ts';
import { installer } from './installer.ts';
import { territoryState } from './known-territory.queries.ts';

/** Kept in the store, so that every process on it prints the same code, and gone with its use. */
const SetupCodeModel = model(
  'SetupCode',
  new Schema({ _id: { type: String, required: true }, code: { type: String, required: true } }, { versionKey: false }),
);
const ONLY = 'code';

/** Letters and digits nobody takes for one another; three groups of four make sixty bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');

const storedCode = async (): Promise<string | null> => (await SetupCodeModel.findById(ONLY).lean())?.code ?? null;

/** The one-time code that stands for the right to create the territory; null once that began. Made when first asked for. */
export const setupCode = async (): Promise<string | null> => {
  if ((await territoryState()) !== 'none') return null;
  try {
    await SetupCodeModel.updateOne({ _id: ONLY }, { $setOnInsert: { code: newCode() } }, { upsert: true });
  } catch (error) {
    // Another process made it in the same instant.
    if (!isDuplicate(error)) throw error;
  }
  return storedCode();
};

export const forgetSetupCode = async (): Promise<void> => {
  await SetupCodeModel.deleteOne({ _id: ONLY });
};

/** As typed by hand: with or without hyphens, in small letters, an O for a zero. */
const digest = (code: string): Buffer => {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest();
};

const perAddress = tryLimit({ points: 10, duration: 15 * 60 });

/**
 * Lets in who gives the code, as the installer. Ten wrong tries from one address, and it waits a quarter of an hour.
 * @throws AppError `territory-exists`, `too-many-requests`, `forbidden` (another code)
 */
export const admitInstaller = async (code: string, address: string): Promise<Actor> => {
  if ((await territoryState()) === 'open') throw new AppError('territory-exists');
  const retryAfter = await waitAfter(perAddress, address);
  if (retryAfter > 0)
    throw new AppError('too-many-requests', { detail: `Trop d’essais. Réessayez dans ${Math.ceil(retryAfter / 60)} min.`, retryAfter });
  const right = await storedCode();
  if (!right || !timingSafeEqual(digest(code), digest(right)))
    throw new AppError('forbidden', { detail: 'Ce n’est pas le code que ce serveur a écrit dans son journal. Recopiez-le de nouveau.' });
  await perAddress.delete(address);
  return installer;
};
