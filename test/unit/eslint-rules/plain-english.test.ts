import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import plainEnglish from '../../../eslint-rules/plain-english.cjs';

const complaintsOf = (code: string): string[] =>
  new Linter()
    .verify(code, {
      plugins: { 'plain-english': plainEnglish },
      rules: { 'plain-english/comments': 'error', 'plain-english/texts': 'error' },
    })
    .map(({ message }) => message);

describe('comments', () => {
  it.each([
    ['/** What a step leaves. */', '"What": name the thing, then say what it does.'],
    ['/**\n * Whom a message goes to.\n */', '"Whom": name the thing, then say what it does.'],
    ['const a = 1; // of the case', '"of": begin with the subject, not with "Of".'],
    ['// Opens to whoever holds it.', '"whoever": name the person or role.'],
    ['/* Times are reckoned here. */', '"reckoned": write "compute", "calculate" or "count".'],
    ['// Tried\n// in vain.', '"in vain": write "fails" or "without success".'],
  ])('refuses %j and says what to write instead', (code, complaint) => {
    expect(complaintsOf(code)).toEqual([complaint]);
  });

  it('names each marker of one comment', () => {
    expect(complaintsOf('/** Of nobody. */')).toHaveLength(2);
  });

  it.each([
    '/** State of a case after a step. */',
    '// The caller learns what failed,\n// of which there is one kind only.',
    '#!/usr/bin/env node\nconst whoever = "nobody";',
    '// A whatnot, offered to the untold.',
    '/** The parameter `told` of a message. */',
  ])('takes %j', (code) => {
    expect(complaintsOf(code)).toEqual([]);
  });

  it('takes a line comment in another column as one of its own', () => {
    expect(complaintsOf('const a = 1; // one\n// Of two.')).toHaveLength(1);
  });
});

describe('texts for people', () => {
  it.each(["({ en: 'Nobody has it' })", "({ en: (n) => n > 1 ? `told ${n}` : '' })"])(
    'refuses %j',
    (code) => {
      expect(complaintsOf(code)).toHaveLength(1);
    },
  );

  it.each(["({ en: 'What is it?' })", "({ zh: 'nobody' })", "({ name: 'nobody' })"])('takes %j', (code) => {
    expect(complaintsOf(code)).toEqual([]);
  });
});
