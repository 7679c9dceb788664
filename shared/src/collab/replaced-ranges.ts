import type { Mark, Node, Slice } from '@tiptap/pm/model';
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step, type Transform } from '@tiptap/pm/transform';

/** What an edit comes to: this much of the text before it, replaced by that. */
export interface Replacement {
  from: number;
  to: number;
  slice: Slice;
}

export const NOT_PROPOSED = {
  formatting: 'La mise en forme ne se propose pas\u00a0: proposez un autre texte, ou écrivez un commentaire.',
  structure: 'La structure (titres, listes, tableaux) ne se propose pas\u00a0: écrivez un commentaire pour le demander.',
  objects: 'Les tableaux, les images et les sauts de page ne se proposent pas\u00a0: écrivez un commentaire pour le demander.',
  pending: 'Ce passage touche une autre proposition\u00a0: attendez qu’elle soit acceptée ou refusée.',
} as const;
export type Refusal = keyof typeof NOT_PROPOSED;

const isMarkStep = (step: Step): step is AddMarkStep | RemoveMarkStep => step instanceof AddMarkStep || step instanceof RemoveMarkStep;

/** The step stated on the document the edit began with; null where it is about what an earlier step of the edit brought. */
const onFirst = (step: ReplaceStep, earlier: Transform['mapping']['maps']): Replacement | null => {
  const back = new Mapping(earlier).invert();
  const [from, to] = [back.mapResult(step.from, 1), back.mapResult(step.to, -1)];
  return from.deleted || to.deleted || from.pos > to.pos ? null : { from: from.pos, to: to.pos, slice: step.slice };
};

/** The one replacement that makes the same difference as the whole edit. */
const difference = (before: Node, after: Node): Replacement[] => {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || !end) return [];
  // Where the same letters follow one another the two searches cross: « aa » for « a ».
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return [{ from: start, to: end.a + overlap, slice: after.slice(start, end.b + overlap) }];
};

/** Whether all of the text between is proposed by this person: she may form as she likes what is hers. */
const isHers = (doc: Node, from: number, to: number, authorId: string): boolean => {
  let hers = true;
  doc.nodesBetween(from, to, (node) => {
    const hasHerMark = ({ type, attrs }: Mark) => type.name === 'insertion' && attrs.authorId === authorId;
    if (node.isText && !node.marks.some(hasHerMark)) hers = false;
  });
  return hers;
};

/** Reads an edit as replacements of text on the document before it, in the order of the edit; refused where it is something else. */
export const replacementsOf = (edit: Transform): Replacement[] | Refusal => {
  const { steps, before } = edit;
  if (before.eq(edit.doc)) return [];
  if (steps.some(isMarkStep)) return 'formatting';
  if (!steps.every((step) => step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return 'structure';
  if (!steps.every((step) => step instanceof ReplaceStep)) {
    // A break before a heading gives the new block the form of a paragraph: what it comes to is an addition.
    const only = difference(before, edit.doc);
    return only.every(({ from, to }) => from === to) ? only : 'structure';
  }
  const found = edit.steps.map((step, index) => onFirst(step as ReplaceStep, edit.mapping.maps.slice(0, index)));
  const apart = found.every((one): one is Replacement => one !== null);
  return apart ? (found as Replacement[]) : difference(before, edit.doc);
};

/** Whether the edit only forms text that this person proposes, which needs no proposal. */
export const formsOwnText = (edit: Transform, authorId: string): boolean =>
  edit.steps.length > 0 &&
  edit.steps.every((step, index) => isMarkStep(step) && isHers(edit.docs[index] as Node, step.from, step.to, authorId));
