'use strict';

/**
 * Plain English in comments: subject, verb, object. Each marker is a turn of phrase that hides the subject or
 * takes an old word for a common one, with what to write instead.
 */
const OPENINGS = [
  { pattern: /^(?:what|who|whose|whom)\b/i, instead: 'name the thing, then say what it does' },
  { pattern: /^of\b/i, instead: 'begin with the subject, not with "Of"' },
];

const WORDS = [
  { pattern: /\bnobody\b/i, instead: 'write "no one", or name who does not' },
  { pattern: /\bwho(?:so)?ever\b/i, instead: 'name the person or role' },
  { pattern: /\breckon\w*/i, instead: 'write "compute", "calculate" or "count"' },
  { pattern: /\banew\b/i, instead: 'write "again"' },
  { pattern: /\bin vain\b/i, instead: 'write "fails" or "without success"' },
  { pattern: /\btold\b/i, instead: 'write "notified", "informed" or "reported"' },
];

/** The text without the asterisks and blanks at the head of its lines; names in backticks are code. */
function plain(text) {
  return text
    .replace(/^\*+/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, ''))
    .join('\n')
    .replace(/`[^`\n]*`/g, '``')
    .trim();
}

/** Line comments that follow one another in the same column are one comment: the second line opens nothing. */
function blocks(comments) {
  const found = [];
  for (const comment of comments) {
    const last = found.at(-1)?.at(-1);
    const goesOn =
      comment.type === 'Line' &&
      last?.type === 'Line' &&
      last.loc.end.line + 1 === comment.loc.start.line &&
      last.loc.start.column === comment.loc.start.column;
    if (goesOn) found.at(-1).push(comment);
    else found.push([comment]);
  }
  return found;
}

/** The markers in a text: its opening, and each old word once. */
function markersOf(text, { opening = true } = {}) {
  const marks = opening ? [...OPENINGS, ...WORDS] : WORDS;
  return marks.flatMap(({ pattern, instead }) => {
    const match = pattern.exec(text);
    return match ? [{ word: match[0], instead }] : [];
  });
}

/** @type {import('eslint').Rule.RuleModule} */
const comments = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Keep comments in plain English' },
    messages: { marker: '"{{word}}": {{instead}}.' },
    schema: [],
  },
  create(context) {
    return {
      Program() {
        const written = context.sourceCode.getAllComments().filter(({ type }) => type !== 'Shebang');
        for (const block of blocks(written)) {
          const loc = { start: block[0].loc.start, end: block.at(-1).loc.end };
          for (const data of markersOf(block.map(({ value }) => plain(value)).join('\n')))
            context.report({ loc, messageId: 'marker', data });
        }
      },
    };
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const texts = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Keep the English texts for people (en: …) in plain English' },
    messages: { marker: '"{{word}}": {{instead}}.' },
    schema: [],
  },
  create(context) {
    const english = 'Property[key.name="en"]';
    const look = (node, text) => {
      for (const data of markersOf(text, { opening: false }))
        context.report({ node, messageId: 'marker', data });
    };
    return {
      [`${english} Literal`](node) {
        if (typeof node.value === 'string') look(node, node.value);
      },
      [`${english} TemplateElement`](node) {
        look(node, node.value.raw);
      },
    };
  },
};

module.exports = { rules: { comments, texts } };
