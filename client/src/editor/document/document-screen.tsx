import { ActionIcon, Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import IconListTree from '@tabler/icons-react/dist/esm/icons/IconListTree.mjs';
import type { Extensions, JSONContent } from '@tiptap/core';
import type { Editor } from '@tiptap/react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useOutdated } from '../../lib/new-version.ts';
import { useConnectionState } from '../../lib/socket.ts';
import { OutdatedStrip } from '../../ui/notice-strip.tsx';
import { typeset } from '../french-typography.ts';
import { BarActions } from './bar-actions.tsx';
import { DocumentContents } from './document-contents.tsx';
import { DocumentEditor } from './document-editor.tsx';
import classes from './document-screen.module.css';
import { FindPanel } from './find-panel.tsx';
import { useFollow } from './follow.ts';
import { goToAddress } from './go-to-article.ts';
import type { LiveDocument } from './live-document.ts';
import { PeopleBar } from './people-bar.tsx';
import { type CaretUser, usePeopleHere, usePersons } from './people-here.ts';
import { ReadOnlyDocument } from './read-only-document.tsx';
import { SaveLine } from './save-line.tsx';
import { type Circumstances, type SaveState, takesWriting } from './save-state.ts';
import { StandingNotice } from './standing-notice.tsx';
import { useLiveDocument } from './use-live-document.ts';
import { useOutline } from './use-outline.ts';
import { useStanding } from './use-save-state.ts';

/** What the slots are given: null while there is none yet. */
export interface DocumentSlot {
  editor: Editor | null;
  live: LiveDocument | null;
  state: SaveState;
}

export interface DocumentScreenProps {
  documentId: string;
  title: string;
  clubSlug: string;
  me: CaretUser;
  /** The person's level lets her write, directly or by proposals that `extensions` make. */
  mayWrite: boolean;
  /** Why she may not, in a few words: « Lecture seule : modèle validé ». */
  readingBecause?: string;
  /** Her rights are to be read again. */
  onLevelChanged: () => void;
  /** Where the direct line is blocked: the document as the API gives it, kept fresh by the page; asked for once `onBlocked` was called. */
  content: JSONContent | null;
  onBlocked: (blocked: boolean) => void;
  /** Left of the title: the way back. */
  back: ReactNode;
  /** The state of the document, a tag. */
  tag: ReactNode;
  /** At the right of the bar. */
  actions?: (slot: DocumentSlot) => ReactNode;
  /** Under the contents, at the left. */
  belowContents?: (slot: DocumentSlot) => ReactNode;
  /** At the right of the page: comments, proposals. */
  margin?: (slot: DocumentSlot) => ReactNode;
  /** Above the text: what the page has to say of the document. */
  notices?: ReactNode;
  /** Added to the editor; read once. */
  extensions?: Extensions;
}

const NONE: Extensions = [];

/** Once the text stands, goes where the address leads. */
const useAddressedArticle = (editor: Editor | null) => {
  useEffect(() => {
    const { hash } = window.location;
    if (!editor || !hash.startsWith('#article-')) return;
    const frame = requestAnimationFrame(() => goToAddress(editor, hash));
    return () => cancelAnimationFrame(frame);
  }, [editor]);
};

/** Ctrl-F anywhere on the screen searches the document, which the browser's own search would not do as well: it folds no accents and replaces nothing. */
const useFindKey = (open: () => void) => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.defaultPrevented)
        return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
};

/** Under the bar: that a new version waits. */
const Told = () => (
  <div role="status" className={classes.told} data-print="hidden">
    {useOutdated() && <OutdatedStrip />}
  </div>
);

/** The screen of a live document: bar, contents, page and margin. */
export function DocumentScreen(props: DocumentScreenProps) {
  const { documentId, title, me, mayWrite, content, onBlocked } = props;
  const live = useLiveDocument({ documentId, personId: me.id, onLevelChanged: props.onLevelChanged });
  const siteIsLive = useConnectionState() === 'online';
  const { readingBecause } = props;
  const circumstances = useMemo<Omit<Circumstances, 'facts'>>(
    () => ({ mayWrite, readingBecause, siteIsLive }),
    [mayWrite, readingBecause, siteIsLive],
  );
  const state = useStanding(live, circumstances);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [finding, setFinding] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 60em)') ?? false;
  const hasDrawer = useMediaQuery('(max-width: 72em)') ?? false;
  const outline = useOutline(editor);
  const awareness = live?.provider.awareness;
  const people = usePeopleHere(awareness);
  const persons = usePersons(people);
  const { followed, follow, stop } = useFollow(editor, awareness, people);
  const isBlocked = state.kind === 'blocked';
  useEffect(() => onBlocked(isBlocked), [isBlocked, onBlocked]);
  useEffect(() => {
    document.title = `${title} · Beffroi`;
  }, [title]);
  useAddressedArticle(editor);
  const openFind = useCallback(() => setFinding(true), []);
  useFindKey(openFind);
  const slot: DocumentSlot = { editor, live, state };
  const margin = props.margin?.(slot);
  const contents = <DocumentContents editor={editor} outline={outline} onChosen={() => setDrawer(false)} />;

  return (
    <div className={classes.screen} data-margin={margin ? true : undefined}>
      <header className={classes.bar} data-print="hidden">
        <div className={classes.back}>{props.back}</div>
        {hasDrawer && (
          <ActionIcon className={classes.toContents ?? ''} aria-label="Sommaire" aria-expanded={drawer} onClick={() => setDrawer(true)}>
            <IconListTree size={19} stroke={1.8} aria-hidden="true" />
          </ActionIcon>
        )}
        <h1 className={classes.title} tabIndex={-1} title={title}>
          {typeset(title)}
        </h1>
        <div className={classes.standing}>
          {props.tag}
          <SaveLine live={live} circumstances={circumstances} />
        </div>
        <PeopleBar people={persons} shown={isNarrow ? 3 : 5} followed={followed} onFollow={follow} />
        <BarActions isNarrow={hasDrawer}>{props.actions?.(slot)}</BarActions>
      </header>
      <Told />
      {!hasDrawer && (
        <nav className={classes.contents} aria-label="Sommaire" data-column data-print="hidden">
          <p className={classes.heading}>Sommaire</p>
          {contents}
          {props.belowContents?.(slot)}
        </nav>
      )}
      <div className={classes.page}>
        {followed && (
          <div className={classes.following} role="status" style={{ background: followed.colour }}>
            {followed.writing
              ? `Vous suivez ${followed.name}.`
              : `${followed.name} n’est pas dans le texte : votre page suivra dès que cette personne y sera.`}{' '}
            Échap pour arrêter.{' '}
            <button type="button" onClick={stop}>
              Arrêter
            </button>
          </div>
        )}
        <StandingNotice state={state} live={live} />
        {props.notices}
        {isBlocked && content ? (
          <ReadOnlyDocument content={content} label={title} onEditor={setEditor} onFind={openFind} />
        ) : live && state.loaded ? (
          <DocumentEditor
            live={live}
            me={me}
            label={title}
            clubSlug={props.clubSlug}
            editable={mayWrite && takesWriting(state)}
            extensions={props.extensions ?? NONE}
            onEditor={setEditor}
            onFind={openFind}
          />
        ) : (
          <div className={classes.waiting} aria-busy={state.kind === 'opening'} />
        )}
      </div>
      {margin && (
        <aside className={classes.margin} aria-label="Commentaires et suggestions">
          {margin}
        </aside>
      )}
      {finding && editor && <FindPanel editor={editor} onClose={() => setFinding(false)} />}
      <Drawer opened={drawer && hasDrawer} onClose={() => setDrawer(false)} title="Sommaire" size="min(340px, 88vw)">
        <nav aria-label="Sommaire" data-column>
          {contents}
          {props.belowContents?.(slot)}
        </nav>
      </Drawer>
    </div>
  );
}
