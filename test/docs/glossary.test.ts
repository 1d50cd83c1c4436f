import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const named = [...glossary.matchAll(/`([A-Z]\w+)`/g)].map(([, name = '']) => name);

/** The types that an entry point of the package exports: names that begin with a capital. */
function exported(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause) return [];
    if (!ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements.map(({ name }) => name.text).filter((name) => /^[A-Z]/.test(name));
  });
}

const types = [
  ...exported('src/index.ts'),
  ...exported('src/edge/schema.ts'),
  ...exported('src/plan.ts'),
  ...exported('src/life.ts'),
];

it('the glossary has a word for every exported type', () => {
  expect(types.length).toBeGreaterThan(100);
  expect(types.filter((name) => !named.includes(name))).toEqual([]);
});

it('the glossary names no type that is not exported, and none twice', () => {
  expect(named.filter((name) => !types.includes(name))).toEqual([]);
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
});
