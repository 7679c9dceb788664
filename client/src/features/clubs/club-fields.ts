import type { ClubCardFields, ClubIdentity } from '@beffroi/shared/features/clubs/club-admin.contract';
import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { CLUB_HUES } from '@beffroi/shared/features/clubs/clubs.vocabulary';

/** A club's card as it is typed: lists are lines. */
export interface ClubText {
  name: string;
  mark: string;
  hue: string;
  summary: string;
  purposes: string;
  audience: string;
  firstWorks: string;
  charter: string;
  rhythm: string;
  place: string;
  access: Club['access'];
}

export const EMPTY_CLUB: ClubText = {
  name: '',
  mark: '',
  hue: Object.keys(CLUB_HUES)[0] ?? '',
  summary: '',
  purposes: '',
  audience: '',
  firstWorks: '',
  charter: '',
  rhythm: '',
  place: '',
  access: 'open',
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const textOf = ({ name, mark, hue, summary, purposes, audience, firstWorks, charter, rhythm, place, access }: Club): ClubText => ({
  name,
  mark,
  hue,
  summary,
  purposes: purposes.join('\n'),
  audience: audience.join('\n'),
  firstWorks: firstWorks.join('\n'),
  charter,
  rhythm,
  place,
  access,
});

export const cardOf = ({ summary, purposes, audience, firstWorks, charter, rhythm, place, access }: ClubText): ClubCardFields => ({
  summary,
  purposes: linesOf(purposes),
  audience: linesOf(audience),
  firstWorks: linesOf(firstWorks),
  charter,
  rhythm,
  place,
  access,
});

export const identityOf = ({ name, mark, hue }: ClubText): ClubIdentity => ({ name, mark, hue: hue as ClubIdentity['hue'] });

/** The two letters a name suggests: those of its first two long words, else its first two. */
export const markFor = (name: string): string => {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
  const [first = '', second = ''] = words;
  return (second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2)).toUpperCase();
};
