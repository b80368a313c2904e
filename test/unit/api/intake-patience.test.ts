import { describe, expect, it } from '@jest/globals';
import { patienceWith } from '../../../api/requests/patience';

describe('how long intake waits for a case to begin', () => {
  it('is three seconds for one alone, and for whoever asks again', () => {
    expect(patienceWith(1, false)).toBe(3_000);
    expect(patienceWith(64, true)).toBe(3_000);
  });

  it('is shared by a few, and nothing in a burst', () => {
    expect(patienceWith(3, false)).toBe(1_000);
    expect(patienceWith(9, false)).toBe(0);
    expect(patienceWith(64, false)).toBe(0);
  });
});
