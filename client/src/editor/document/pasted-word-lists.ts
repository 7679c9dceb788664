/** Word writes a list as paragraphs that say which list they belong to and at which level, each with its sign typed before it. */
const LIST = /mso-list:\s*(l\d+)\s+level(\d+)/i;
const SIGN = '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]';

interface Item {
  paragraph: Element;
  level: number;
  ordered: boolean;
  /** What the first item of a numbered list counts from. */
  start: number;
}

const signOf = (paragraph: Element): string => paragraph.querySelector(SIGN)?.textContent?.replace(/\s/g, '') ?? '';

const itemOf = (element: Element | null): Item | null => {
  if (element?.tagName !== 'P') return null;
  const level = Number(LIST.exec(element.getAttribute('style') ?? '')?.[2]);
  if (!level) return null;
  const sign = signOf(element);
  // « o » alone is the second bullet of Word's lists, not a letter.
  const ordered = /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(sign);
  return { paragraph: element, level, ordered, start: Number(/\d+/.exec(sign)?.[0] ?? 1) };
};

const listFor = ({ paragraph, ordered, start }: Item): HTMLElement => {
  const list = paragraph.ownerDocument.createElement(ordered ? 'ol' : 'ul');
  if (ordered && start > 1) list.setAttribute('start', String(start));
  return list;
};

const listItem = ({ paragraph }: Item): HTMLElement => {
  for (const sign of paragraph.querySelectorAll(SIGN)) sign.remove();
  const item = paragraph.ownerDocument.createElement('li');
  const text = paragraph.ownerDocument.createElement('p');
  text.append(...paragraph.childNodes);
  item.append(text);
  return item;
};

/** Puts consecutive items into one list, deeper ones inside the item above them. */
const gather = (first: Item): void => {
  const top = listFor(first);
  first.paragraph.before(top);
  const open: { list: HTMLElement; level: number }[] = [{ list: top, level: first.level }];
  for (let item: Item | null = first; item; item = itemOf(top.nextElementSibling)) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const { list, level } = open.at(-1) as { list: HTMLElement; level: number };
    if (item.level > level && list.lastElementChild) {
      const inner = listFor(item);
      list.lastElementChild.append(inner);
      open.push({ list: inner, level: item.level });
    }
    const { paragraph } = item;
    open.at(-1)?.list.append(listItem(item));
    paragraph.remove();
  }
};

/** Turns the paragraphs with which Word draws lists into lists. Titles numbered by Word are no lists. */
export const wordLists = (body: HTMLElement): void => {
  for (const paragraph of body.querySelectorAll('p')) {
    const item = paragraph.isConnected ? itemOf(paragraph) : null;
    if (item) gather(item);
  }
};
