import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';

/** What a legal watch states, as it is being typed: an empty date is one not known yet. */
export type WatchTyped = Omit<Watch, 'effectiveOn'> & { effectiveOn: string };

export const NO_WATCH: WatchTyped = { sourceTitle: '', sourceUrl: '', effectiveOn: '', audience: '', change: '' };

export const typedWatch = (watch: Watch): WatchTyped => ({ ...watch, effectiveOn: watch.effectiveOn ?? '' });

export const writtenWatch = (typed: WatchTyped): Watch => ({
  ...typed,
  sourceUrl: typed.sourceUrl.trim(),
  effectiveOn: typed.effectiveOn || null,
});
