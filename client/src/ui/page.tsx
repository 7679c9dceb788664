import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import classes from './page.module.css';

interface PageProps {
  /** The one `h1`; also the document's title. */
  title: string;
  /** What the `h1` shows when it is not its plain text. */
  heading?: ReactNode;
  /** The line above the title. */
  eyebrow?: ReactNode;
  /** The lines under the title: facts, tabs, actions. */
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** Where the focus was last brought to a title: the first page of a visit keeps the browser's own focus. */
let visited: string | null = null;

/** Title in the browser's tab, then the focus on the heading, so that a screen reader reads on from there. */
const useArrival = (title: string) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, hash } = useLocation();
  useEffect(() => {
    document.title = `${title} · Beffroi`;
  }, [title]);
  useEffect(() => {
    const arrived = visited !== null && visited !== pathname;
    visited = pathname;
    if (arrived && !hash) heading.current?.focus({ preventScroll: true });
  }, [pathname, hash]);
  return heading;
};

/** The frame of every page under the shell: heading, content and, beside it on a large screen, the aside. */
export const Page = ({ title, heading, eyebrow, lead, aside, children }: PageProps) => {
  const ref = useArrival(title);
  return (
    <div className={classes.page} data-aside={aside ? true : undefined}>
      <header className={classes.header}>
        {eyebrow && <div className={classes.eyebrow}>{eyebrow}</div>}
        <h1 ref={ref} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <div className={classes.lead}>{lead}</div>}
      </header>
      <div className={classes.main}>{children}</div>
      {aside && <aside className={classes.aside}>{aside}</aside>}
    </div>
  );
};
