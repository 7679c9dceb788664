import ts from 'typescript';
import { expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

/** Set by `typeset` when they are read, written for a terminal, or pasted into a form of another site. */
const ELSEWHERE =
  /^server\/src\/(?:demo|setup)\/|^server\/src\/(?:main|env)\.ts$|\/statements\/agreement-model\.ts$|\/vacancies\/official-text\.ts$|\.test\.ts$|\/testing\//;
const PLAIN_SPACE = /[\p{L}\p{N}»’)] [:;?!%»](?![\w=-])|«[ ]|^ [:;?!%»](?:\s|$)/u;

const isText = (node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteralLikeNode =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

/** The summaries of the interface's documentation are in English, and quote French. */
const isSummary = ({ parent }: ts.Node): boolean => ts.isPropertyAssignment(parent) && parent.name.getText() === 'summary';

const plainIn = (path: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && PLAIN_SPACE.test(node.text) && !isSummary(node)) found.push(`${path}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readRepositoryFile(path), ts.ScriptTarget.Latest, true));
  return found;
};

test('French texts of the server and of the contract never leave a sign alone at the beginning of a line', () => {
  const sources = repositoryFiles().filter((path) => /^(?:server\/src|shared\/src)\/.+\.ts$/.test(path) && !ELSEWHERE.test(path));
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.flatMap(plainIn)).toEqual([]);
});
