import ts from 'typescript';

/** Stands for a value put into a template, in the code and in the documents that quote it. */
const HOLE = '…';

/** Gives every string of a TypeScript file: plain ones, and templates with `…` for each value put in. */
export function literalsOf(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    if (ts.isTemplateExpression(node))
      found.add(node.head.text + node.templateSpans.map((span) => HOLE + span.literal.text).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.ts', source, ts.ScriptTarget.ES2022));
  return found;
}
