import type { TerritoryState } from '@beffroi/shared/features/territory/territory.vocabulary';
import { publish } from '../../platform/events.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { TerritoryModel, THE_TERRITORY } from './territory.model.ts';

/** A territory that works does so for ever: from then on nobody is asked. */
let open = false;
forgetAtClose(() => {
  open = false;
});

const noticeOpening = async (): Promise<'open'> => {
  await publish('territory.opened', {});
  open = true;
  return 'open';
};

/**
 * Where this instance stands. Any process sees at its next request what another one created. A store that holds people holds
 * their territory, recorded or not.
 */
export const territoryState = async (): Promise<TerritoryState> => {
  if (open) return 'open';
  const record = await TerritoryModel.findById(THE_TERRITORY, { settledAt: 1 }).lean();
  if (record) return record.settledAt ? noticeOpening() : 'opening';
  return (await PersonModel.exists({})) ? noticeOpening() : 'none';
};

/** Whether this very request created the territory already: sent again, it is answered again. */
export const wasCreatedBy = async (key: string): Promise<boolean> => Boolean(await TerritoryModel.exists({ _id: THE_TERRITORY, key }));
