import { describe, expect, it } from '@jest/globals';
import { pathOf, progressOf, type StageEntered } from '../../../../domain/case/progress';

const at = (hour: number): string => `2026-11-22T0${hour}:00:00.000Z`;
const entered = (...stages: readonly StageEntered['stage'][]): readonly StageEntered[] =>
  stages.map((stage, n) => ({ stage, at: at(n) }));
const standings = (progress: ReturnType<typeof progressOf>): string =>
  progress.map(({ stage, standing }) => `${stage} ${standing}`).join(', ');

describe('the progress of a case', () => {
  it('has the stages of its flow, and those that all requests share before it has a type', () => {
    expect(pathOf(undefined)).toEqual([
      'registered',
      'answered',
      'classified',
      'reported',
      'surveyed',
      'revisited',
      'closed',
    ]);
    expect(pathOf('repair')).toEqual(expect.arrayContaining(['dispatched', 'on-site', 'repaired']));
  });

  it('tells what is passed, what was left out, where it is and what is ahead', () => {
    const progress = progressOf(
      'repair',
      entered('registered', 'answered', 'classified', 'dispatched', 'on-site', 'repaired'),
    );
    expect(standings(progress)).toBe(
      'registered passed, answered passed, classified passed, dispatched passed, on-site passed, awaiting-parts skipped, repaired here, reported ahead, surveyed ahead, revisited ahead, closed ahead',
    );
    expect(progress[3]).toEqual({ stage: 'dispatched', standing: 'passed', at: at(3) });
  });

  it('shows a stage that was entered twice at its last time, and those after it as ahead again', () => {
    const progress = progressOf(
      'repair',
      entered('registered', 'answered', 'classified', 'dispatched', 'on-site', 'dispatched'),
    );
    expect(progress.find(({ stage }) => stage === 'dispatched')).toEqual({
      stage: 'dispatched',
      standing: 'here',
      at: at(5),
    });
    expect(progress.find(({ stage }) => stage === 'on-site')?.standing).toBe('ahead');
  });

  it('ends where a case is cancelled', () => {
    const progress = progressOf('consultation', entered('registered', 'cancelled'));
    expect(standings(progress)).toBe(
      'registered passed, cancelled here, answered skipped, classified skipped, reported skipped, surveyed skipped, revisited skipped, closed skipped',
    );
  });
});
