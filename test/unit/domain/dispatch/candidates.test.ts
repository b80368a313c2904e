import { describe, expect, it } from '@jest/globals';
import { rankCandidates, type CandidateFacts } from '../../../../domain/dispatch/candidates';
import { nextFreeSlot } from '../../../../domain/dispatch/free-slot';

const BEST: CandidateFacts = {
  engineerId: 'best',
  skill: 'yes',
  nearness: 'province',
  serviceLevel: 'A',
  openVisits: 0,
  nextFreeAt: '2026-11-23T01:00:00.000Z',
};
const { nextFreeAt: _never, ...NOT_FREE } = BEST;
/** Each worse than the one before by one factor alone, that counts less. */
const WORSE: readonly CandidateFacts[] = [
  { ...BEST, engineerId: 'z-later', nextFreeAt: '2026-11-24T01:00:00.000Z' },
  { ...BEST, engineerId: 'y-busier', openVisits: 3 },
  { ...BEST, engineerId: 'x-level', serviceLevel: 'C' },
  { ...NOT_FREE, engineerId: 'w-not-free' },
  { ...BEST, engineerId: 'v-region', nearness: 'region' },
  { ...BEST, engineerId: 'u-elsewhere', nearness: 'elsewhere' },
  { ...BEST, engineerId: 'a-unskilled', skill: 'no' },
];

describe('Whom to send (R11)', () => {
  it.each([
    [0, '0 open visits'],
    [1, '1 open visit'],
    [2, '2 open visits'],
  ])('counts %i visits in English', (openVisits, words) => {
    const [only] = rankCandidates([{ ...BEST, openVisits }]);
    expect(only?.factors.find(({ factor }) => factor === 'load')?.text.en).toBe(words);
  });

  it('is ranked by skill, nearness, time, level, load and the next free slot, in this order', () => {
    const ranked = rankCandidates([...WORSE.toReversed(), BEST]);
    expect(ranked.map(({ facts }) => facts.engineerId)).toEqual(
      [BEST, ...WORSE].map(({ engineerId }) => engineerId),
    );
  });

  it('says each factor and its value in both languages, and by name between equals', () => {
    const [first, second] = rankCandidates([
      { ...BEST, engineerId: 'b' },
      { ...BEST, engineerId: 'a' },
    ]);
    expect([first?.facts.engineerId, second?.facts.engineerId]).toEqual(['a', 'b']);
    expect(first?.factors.map(({ factor, value }) => [factor, value])).toEqual([
      ['skill', 'yes'],
      ['nearness', 'province'],
      ['free', 'yes'],
      ['level', 'A'],
      ['load', 0],
      ['soonest', BEST.nextFreeAt],
    ]);
    for (const { text } of first?.factors ?? []) {
      expect(text.en).toMatch(/[a-z]/);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('The next free slot', () => {
  const hours = { timeZone: 'Asia/Shanghai', holidays: [], extraWorkingDays: {} };
  const calendar = {
    ...hours,
    hours: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
      tue: [['09:00', '18:00']],
    },
  } as const;
  const at = (text: string): number => Date.parse(`${text}+08:00`);
  const look = (busy: readonly (readonly [string, string])[], minutes: number, from = '2026-11-23T08:00') =>
    nextFreeSlot(
      calendar,
      busy.map(([begin, end]) => [at(begin), at(end)] as const),
      { fromMs: at(from), untilMs: at('2026-11-25T00:00'), durationMs: minutes * 60_000 },
    )?.[0];

  it.each([
    ['begins with the working day', [], 120, '2026-11-23T09:00'],
    ['lies within one span of working hours', [], 240, '2026-11-23T13:00'],
    ['comes after what is booked', [['2026-11-23T09:30', '2026-11-23T11:00']], 120, '2026-11-23T13:00'],
    [
      'fits between two bookings',
      [
        ['2026-11-23T10:00', '2026-11-23T10:30'],
        ['2026-11-23T11:00', '2026-11-23T12:00'],
      ],
      60,
      '2026-11-23T09:00',
    ],
    ['passes over an absence of days', [['2026-11-22T00:00', '2026-11-24T10:00']], 120, '2026-11-24T10:00'],
  ] as const)('%s', (_name, busy, minutes, expected) => {
    expect(look(busy, minutes)).toBe(at(expected));
  });

  it('is none where nothing is long enough in time', () => {
    expect(look([], 600)).toBeUndefined();
  });
});
