import { type ReactNode, useEffect } from 'react';
import { Belfry } from '../../ui/belfry.tsx';
import classes from './account-frame.module.css';
import { Skyline } from './skyline.tsx';

interface AccountFrameProps {
  title: string;
  /** One or two sentences under the title. */
  text?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages one opens without a session: the territory on one side, a form on the other. */
export const AccountFrame = ({ title, text, children }: AccountFrameProps) => {
  useEffect(() => {
    document.title = `${title} · Beffroi`;
  }, [title]);
  return (
    <div className={classes.frame}>
      <header className={classes.picture}>
        <div className={classes.logo}>
          <Belfry height={36} />
          <span>Beffroi</span>
        </div>
        <p className={classes.promise}>
          Une question posée ce matin, <br />
          une réponse de la commune voisine cet après-midi.
        </p>
        <Skyline />
      </header>
      <main className={classes.main}>
        <div className={classes.content}>
          <h1>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
          {children}
        </div>
      </main>
    </div>
  );
};
