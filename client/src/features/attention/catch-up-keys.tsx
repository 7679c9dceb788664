import classes from './catch-up-keys.module.css';

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['J', 'K'], 'aller de l’un à l’autre'],
  [['Entrée'], 'ouvrir'],
  [['E'], 'marquer lu'],
  [['U'], 'annuler'],
];

/** The keys that clear the list, where they work. */
export const CatchUpKeys = () => (
  <p className={classes.keys}>
    {KEYS.map(([keys, meaning]) => (
      <span key={meaning}>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}{' '}
        {meaning}
      </span>
    ))}
  </p>
);
