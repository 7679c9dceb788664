import { Link, type LinkProps } from 'react-router';
import classes from './row-link.module.css';

/** The link of a `ListRow`: the whole row leads there, but for what stands above it (`position: relative; z-index: 1`). */
export const RowLink = (props: Omit<LinkProps, 'className'>) => <Link {...props} className={classes.link} />;
