/** Function and communes, without what the name says already: demonstration people are named by their function. */
export const personFacts = ({
  name,
  function: role,
  communes,
}: {
  name: string;
  function: string;
  communes: readonly { name: string }[];
}): string =>
  [name.includes(role) ? null : role, ...communes.map((commune) => (name.endsWith(commune.name) ? null : commune.name))]
    .filter(Boolean)
    .join(' · ');
