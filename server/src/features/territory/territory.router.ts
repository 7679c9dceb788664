import { open } from '../../http/orpc.ts';
import { installer } from './installer.ts';
import { wasCreatedBy } from './known-territory.queries.ts';
import { admitInstaller } from './setup-code.ts';
import { findEpci, getTerritory, listProposedClubs, previewEpci } from './territory.queries.ts';

export const territoryRouter = {
  get: open.territory.get.handler(() => getTerritory()),
  unlock: open.territory.unlock.handler(async ({ input, context }) => listProposedClubs(await admitInstaller(input.code, context.address))),
  search: open.territory.search.handler(async ({ input, context }) => findEpci(await admitInstaller(input.code, context.address), input.q)),
  preview: open.territory.preview.handler(async ({ input, context }) =>
    previewEpci(await admitInstaller(input.code, context.address), input.siren),
  ),
  create: open.territory.create.handler(async ({ input: { code, ...territory }, context }) => {
    const again = await wasCreatedBy(territory.idempotencyKey);
    return context.createTerritory(again ? installer : await admitInstaller(code, context.address), territory);
  }),
};
