import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/SegmentedControl.layer.css';
import type { CommentStatus } from '../features/comments/comments.api.ts';
import type { ArticleToDecide } from '../features/suggestions/article-to-decide.ts';
import { DecideMenu } from '../features/suggestions/decide-menu.tsx';
import { plural } from '../lib/french-text.ts';
import classes from './document-margin.module.css';

/** What the margin shows: what waits, what was resolved, or the suggestions that were decided. */
export type Shown = CommentStatus | 'decided';

interface MarginHeadProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
  templateId: string;
  /** How many suggestions wait. */
  waiting: number;
  mayDecide: boolean;
  articleNow: () => ArticleToDecide | null;
  isSaved: boolean;
}

/** Above the cards of the margin: which of them to show, and deciding on several at once. */
export function MarginHead({ shown, onShow, templateId, waiting, mayDecide, articleNow, isSaved }: MarginHeadProps) {
  return (
    <div className={classes.head}>
      <SegmentedControl
        size="xs"
        value={shown}
        onChange={(value) => onShow(value as Shown)}
        data={[
          { value: 'open', label: 'Ouverts' },
          { value: 'resolved', label: 'Résolus' },
          { value: 'decided', label: 'Décidés' },
        ]}
        aria-label="Commentaires et suggestions à montrer"
      />
      {waiting > 0 && mayDecide ? (
        <DecideMenu templateId={templateId} count={waiting} articleNow={articleNow} isSaved={isSaved} />
      ) : (
        waiting > 0 && <span className={classes.count}>{plural(waiting, 'suggestion', 'suggestions')}</span>
      )}
    </div>
  );
}
