import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { typeset } from '../french-typography.ts';

/** As many characters before the caret as a rule may look at. */
const LOOKED_AT = 3;
/** What completes something to set: a sign that wants a space before it, the letter after an apostrophe, a third dot. */
const COMPLETES = /^[:;!?%»€.\p{L}]$| $/u;

/** Sets what is typed as a French printer would, while it is typed: exports and comparisons then read the same text. */
export const TypedTypography = Extension.create({
  name: 'typedTypography',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('typedTypography'),
      props: {
        handleTextInput: (view, from, to, typed) => {
          if (!COMPLETES.test(typed)) return false;
          const $from = view.state.doc.resolve(from);
          const start = Math.max(0, $from.parentOffset - LOOKED_AT);
          const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc');
          const set = typeset(before + typed);
          if (set === before + typed) return false;
          let same = 0;
          while (same < before.length && set[same] === before[same]) same += 1;
          view.dispatch(view.state.tr.insertText(set.slice(same), from - (before.length - same), to));
          return true;
        },
      },
    }),
  ],
});
