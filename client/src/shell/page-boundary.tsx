import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { problemOf } from '../lib/api.ts';
import { ErrorState } from '../ui/states.tsx';
import classes from './page-boundary.module.css';

/** A page's code, or its styles, that a new version has replaced on the server or that the network does not bring. */
const isMissingCode = (error: unknown): boolean => error instanceof Error && /import|module|preload/i.test(error.message);

const BROKEN = { detail: 'Cette page a rencontré une erreur. Ce que vous avez écrit est gardé : rechargez-la pour continuer.' };
const OUTDATED = {
  detail: 'Cette page n’a pas pu être chargée : le réseau est coupé, ou Beffroi vient d’être mis à jour. Réessayez pour continuer.',
};

interface BoundaryProps {
  /** Another address is another page: it starts sound. */
  address: string;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.address !== this.props.address && this.state.error) this.setState({ error: null });
  }

  override componentDidMount() {
    window.addEventListener('online', this.reloadMissing);
  }

  override componentWillUnmount() {
    window.removeEventListener('online', this.reloadMissing);
  }

  /** What the network kept back comes by itself once it is there again: nothing on this page can be lost. */
  private readonly reloadMissing = () => {
    if (isMissingCode(this.state.error)) window.location.reload();
  };

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const answered = problemOf(error);
    const problem = answered.status > 0 ? answered : isMissingCode(error) ? OUTDATED : BROKEN;
    return (
      <div className={classes.failure}>
        <h1 className={classes.title}>Page indisponible</h1>
        <ErrorState problem={problem} retry={() => window.location.reload()} />
      </div>
    );
  }
}

/** Keeps the shell standing when one page fails. */
export const PageBoundary = ({ children }: { children: ReactNode }) => <Boundary address={useLocation().pathname}>{children}</Boundary>;
