import { readFileSync } from 'node:fs';
import ts from 'typescript';

// What a source file declares, read from its text: a list written in a test would be one more thing to forget.

type Declaration = ts.TypeAliasDeclaration | ts.InterfaceDeclaration;

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

const declarationOf = (source: ts.SourceFile, name: string): Declaration | undefined =>
  source.statements.find(
    (node): node is Declaration =>
      (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === name,
  );

function needed(source: ts.SourceFile, name: string): Declaration {
  const found = declarationOf(source, name);
  if (!found) throw new Error(`${source.fileName} declares no type ${name}`);
  return found;
}

/**
 * The texts that a type consists of, those of types that it names in the same file included. With a key, only those of that member of
 * the alternatives of which the type consists.
 *
 * `literalsOf('src/model/use.ts', 'Tier')` is `['earned', 'inProgress', 'planned']`.
 */
export function literalsOf(file: string, name: string, key?: string): readonly string[] {
  const source = parsed(file);
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (node: ts.Node, inside: boolean): void => {
    if (ts.isPropertySignature(node)) {
      if (node.type && (key === undefined || node.name.getText(source) === key)) visit(node.type, true);
    } else if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
      if (inside) found.add(node.literal.text);
    } else if (ts.isTypeReferenceNode(node)) {
      const named = declarationOf(source, node.typeName.getText(source));
      if (named === undefined || seen.has(named.name.text)) return;
      seen.add(named.name.text);
      visit(named, inside);
    } else ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(needed(source, name), key === undefined);
  return [...found];
}

/** The names of the members of an interface. `membersOf('src/model/quantity.ts', 'Fraction')` is `['n', 'd']`. */
export function membersOf(file: string, name: string): readonly string[] {
  const source = parsed(file);
  const declaration = needed(source, name);
  if (!ts.isInterfaceDeclaration(declaration)) throw new Error(`${name} is no interface`);
  return declaration.members.flatMap((member) => (member.name ? [member.name.getText(source)] : []));
}
