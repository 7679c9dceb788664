import type { Epci } from '@beffroi/shared/features/territory/territory.contract';
import { number, plural } from '../../lib/french-text.ts';
import { epciFacts } from './epci-search.tsx';
import classes from './installation.module.css';

/** What will be created: the intercommunality and every commune, as the national register knows them. */
export const EpciPreview = ({ epci }: { epci: Epci }) => (
  <section className={classes.preview} aria-labelledby="epci-name">
    <h3 id="epci-name">{epci.officialName}</h3>
    <p className={classes.text}>
      {epciFacts(epci)} · {plural(epci.population, 'habitant', 'habitants')} · SIREN {epci.siren}
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
    <section className={classes.scroll} tabIndex={0} aria-label={`Les ${plural(epci.communeCount, 'commune', 'communes')}`}>
      <table className={classes.communes}>
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <th scope="col">Code INSEE</th>
            <th scope="col">Population</th>
          </tr>
        </thead>
        <tbody>
          {epci.communes.map(({ inseeCode, name, population }) => (
            <tr key={inseeCode}>
              <th scope="row">{name}</th>
              <td>{inseeCode}</td>
              <td>{number(population)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
);
