import { ObjectId } from 'bson';

/** A document of the measurements, 1 KB of BSON. */
export interface Entry {
  _id: ObjectId;
  club: number;
  date: Date;
  author: number;
  terms: string[];
  title: string;
  text: string;
  likes: number;
}

export const CLUBS = 20;
/** How many documents each author has, whatever the size of the collection: what is counted stays the same. */
export const PER_AUTHOR = 100;
const FILLER = 'La commission se réunit chaque premier mardi du mois dans la salle du conseil. '.repeat(11);
const START = Date.UTC(2020, 0, 1);

/** Words of a document: two frequent ones found together often, two found together seldom (in some clubs never), others of all kinds. */
function termsOf(n: number): string[] {
  const frequent = ['commune', n % 2 === 0 ? 'marche' : 'budget', ...(n % 3 === 0 ? ['travaux'] : []), ...(n % 5 === 0 ? ['voirie'] : [])];
  const seldom = n % 100 === 0 ? ['jardin', 'piscine'] : n % 4 === 1 ? ['jardin'] : n % 4 === 3 ? ['piscine'] : [];
  return [...frequent, ...seldom, `mot${n % 499}`, `titre${n % 1009}`, `rare${n % 9973}`];
}

const clubOf = (n: number): number => Math.floor(n / 60) % CLUBS;
/** The clubs in which the two words that are seldom together are ever so, and those in which they are not. */
export const CLUBS_TOGETHER = [...new Set(Array.from({ length: 12 }, (_, i) => clubOf(i * 100)))];
export const CLUBS_APART = Array.from({ length: CLUBS }, (_, club) => club).filter((club) => !CLUBS_TOGETHER.includes(club));

export const idOf = (n: number): ObjectId => new ObjectId(n.toString(16).padStart(24, '0'));

/** The document of a number; the same in the store and beside it. */
export function entryOf(n: number, size: number): Entry {
  // Scattered over the clubs and over time, so that neighbours in an index are not neighbours on disk.
  const place = (n * 7919) % size;
  return {
    _id: idOf(n),
    club: clubOf(n),
    date: new Date(START + place * 60_000),
    author: n % Math.max(1, Math.floor(size / PER_AUTHOR)),
    terms: termsOf(n),
    title: `Compte rendu de la réunion ${n}`,
    text: FILLER.slice(0, 780),
    likes: 0,
  };
}
