import { describe, expect, it } from '@jest/globals';
import { CODE_LISTS } from '../../../domain/code-lists';
import { serviceCase } from '../../../domain/case/decider';
import { STAGES } from '../../../domain/case/terms';
import { CASE_AT, REACHED_STAGES } from './support/stages';

describe('The lists of codes', () => {
  it('have a code and a name in both languages in each entry', () => {
    const unnamed = Object.entries(CODE_LISTS).flatMap(([list, words]) =>
      Object.entries(words).flatMap(([code, { en, zh }]) =>
        en !== '' && zh !== '' ? [] : [`${list}.${code}`],
      ),
    );
    expect(unnamed).toEqual([]);
    expect(Object.keys(CODE_LISTS).length).toBeGreaterThan(30);
  });

  it('keep the order of the domain', () => {
    expect(Object.keys(CODE_LISTS.caseStage)).toEqual(STAGES);
  });

  it.each(REACHED_STAGES)('name every task of a case that is %s', (stage) => {
    const kinds = serviceCase.tasks(CASE_AT[stage]().state).map(({ kind }) => kind);
    expect(kinds.filter((kind) => !Object.hasOwn(CODE_LISTS.task, kind))).toEqual([]);
  });
});
