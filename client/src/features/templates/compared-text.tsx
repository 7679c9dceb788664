import type { ComparedBlock, ComparedRun } from '@beffroi/shared/features/templates/document-versions.contract';
import { Fragment } from 'react';
import classes from './versions.module.css';

/** Blocks kept beside one that changed; the others are folded, so that changes are what one reads. */
const AROUND = 1;

const run = ({ text, change }: ComparedRun, index: number) => {
  // The order of a comparison never changes.
  if (change === 'added') return <ins key={index}>{text}</ins>;
  if (change === 'removed') return <del key={index}>{text}</del>;
  return <Fragment key={index}>{text}</Fragment>;
};

function Block({ block }: { block: ComparedBlock }) {
  const { kind, level, number, change, restyled, runs } = block;
  return (
    <div className={classes.block} data-kind={kind} data-level={level || undefined} data-change={change}>
      {number && <span className={classes.number}>{number} </span>}
      {kind === 'item' && <span aria-hidden="true">• </span>}
      {runs.map(run)}
      {kind === 'break' && 'Saut de page'}
      {restyled && <span className={classes.restyled}>Mise en forme changée</span>}
    </div>
  );
}

const isNear = (blocks: ComparedBlock[], index: number): boolean =>
  blocks.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ change }) => change !== 'kept') ||
  // An article’s title says where a change is.
  (blocks[index]?.kind === 'heading' && blocks[index + 1]?.change !== 'kept');

/** What changed, in the order of the text; what did not is folded. */
export function ComparedText({ blocks, whole }: { blocks: ComparedBlock[]; whole: boolean }) {
  let folded = 0;
  return (
    <div className={classes.compared}>
      {blocks.map((block, index) => {
        const shown = whole || isNear(blocks, index);
        const before = folded;
        folded = shown ? 0 : folded + 1;
        if (!shown) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of a comparison never changes
          <Fragment key={index}>
            {before > 0 && <p className={classes.folded}>⋯</p>}
            <Block block={block} />
          </Fragment>
        );
      })}
    </div>
  );
}
