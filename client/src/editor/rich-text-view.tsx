import type { RichText, RichTextNode } from '@beffroi/shared/core/rich-text';
import { createElement, Fragment, type Key, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isAllowedAddress, ownImagePath } from './allowed-address.ts';
import { typeset } from './french-typography.ts';
import classes from './rich-text.module.css';

type Mark = NonNullable<RichTextNode['marks']>[number];

const SIMPLE_MARKS: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' };
const SIMPLE_NODES: Record<string, string> = { paragraph: 'p', bulletList: 'ul', listItem: 'li', blockquote: 'blockquote', tableRow: 'tr' };

const attribute = (node: RichTextNode | Mark, name: string): unknown => node.attrs?.[name];

function TextLink({ href, children }: { href: unknown; children: ReactNode }) {
  if (!isAllowedAddress(href)) return children;
  const inside = href.startsWith(`${location.origin}/`) ? href.slice(location.origin.length) : href;
  if (inside.startsWith('/') && !inside.startsWith('/api/') && isAllowedAddress(inside)) return <Link to={inside}>{children}</Link>;
  if (!/^https?:/i.test(href)) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span className={classes.unseen}> (nouvel onglet)</span>
    </a>
  );
}

function Picture({ node }: { node: RichTextNode }) {
  const src = ownImagePath(attribute(node, 'src') as string);
  if (!src) return null;
  const alt = (attribute(node, 'alt') as string | null) ?? '';
  return (
    <a className={classes.picture} href={src} target="_blank" rel="noopener noreferrer">
      <img
        src={src}
        alt={alt || 'Image jointe'}
        width={(attribute(node, 'width') as number) ?? undefined}
        height={(attribute(node, 'height') as number) ?? undefined}
        loading="lazy"
        decoding="async"
      />
      <span className={classes.unseen}> (agrandir dans un nouvel onglet)</span>
    </a>
  );
}

const marked = (text: ReactNode, marks: readonly Mark[]): ReactNode =>
  marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'link') return <TextLink href={attribute(mark, 'href')}>{inner}</TextLink>;
    const tag = SIMPLE_MARKS[mark.type];
    return tag ? createElement(tag, null, inner) : inner;
  }, text);

const written = (node: RichTextNode): ReactNode => {
  const marks = node.marks ?? [];
  return marked(marks.some((mark) => mark.type === 'code') ? node.text : typeset(node.text ?? ''), marks);
};

function TableView({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by itself, which the keyboard must reach
    <section className={classes.table} aria-label="Tableau" tabIndex={0}>
      <table>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

const cell = (node: RichTextNode, key: Key, children: ReactNode): ReactNode =>
  createElement(
    node.type === 'tableHeader' ? 'th' : 'td',
    {
      key,
      colSpan: attribute(node, 'colspan') ?? undefined,
      rowSpan: attribute(node, 'rowspan') ?? undefined,
      style: attribute(node, 'align') ? { textAlign: attribute(node, 'align') } : undefined,
    },
    children,
  );

const mentioned = (node: RichTextNode, key: Key): ReactNode => (
  <Link key={key} className={classes.mention} to={`/annuaire/${encodeURIComponent(String(attribute(node, 'id')))}`}>
    @{String(attribute(node, 'label') ?? '')}
  </Link>
);

const rendered = (node: RichTextNode, key: Key, headingsFrom: number): ReactNode => {
  const children = (node.content ?? []).map((child, index) => rendered(child, index, headingsFrom));
  const tag = SIMPLE_NODES[node.type];
  if (tag) return createElement(tag, { key }, children.length ? children : tag === 'p' ? <br /> : null);
  switch (node.type) {
    case 'text':
      return <Fragment key={key}>{written(node)}</Fragment>;
    case 'hardBreak':
      return <br key={key} />;
    case 'mention':
      return mentioned(node, key);
    case 'heading':
      return createElement(`h${headingsFrom + (attribute(node, 'level') === 3 ? 1 : 0)}`, { key }, children);
    case 'orderedList':
      return (
        <ol key={key} start={(attribute(node, 'start') as number) ?? undefined}>
          {children}
        </ol>
      );
    case 'codeBlock':
      return (
        <pre key={key}>
          <code>{(node.content ?? []).map((child) => child.text).join('')}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr key={key} />;
    case 'image':
      return <Picture key={key} node={node} />;
    case 'table':
      return <TableView key={key}>{children}</TableView>;
    case 'tableCell':
    case 'tableHeader':
      return cell(node, key, children);
    default:
      return <Fragment key={key}>{children}</Fragment>;
  }
};

interface RichTextViewProps {
  doc: RichText;
  /** The level the text's first headings take in the page: one below what stands above it. */
  headingsFrom?: 2 | 3 | 4;
}

/** A written text, read: elements are made one by one from the document, so no HTML is ever interpreted. */
export function RichTextView({ doc, headingsFrom = 2 }: RichTextViewProps) {
  return <div className={classes.text}>{doc.content.map((node, index) => rendered(node, index, headingsFrom))}</div>;
}
