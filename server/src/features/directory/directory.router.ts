import { authed } from '../../http/orpc.ts';
import { setCentre } from './commands/set-centre.ts';
import { getPerson, listCommunes, listPeople } from './directory.queries.ts';

export const directoryRouter = {
  communes: authed.directory.communes.handler(({ context }) => listCommunes(context.actor)),
  setCentre: authed.directory.setCentre.handler(({ input, context }) => setCentre(context.actor, input)),
  people: authed.directory.people.handler(({ input, context }) => listPeople(context.actor, input)),
  person: authed.directory.person.handler(({ input, context }) => getPerson(context.actor, input.id)),
};
