import { describe, expect, it } from '@jest/globals';
import { graphemesOf } from '../../../documents/pdf/fonts';

const whole = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('What is drawn as one character', () => {
  it.each(['长', 'a', '👩🏽‍🔧', '🇨🇳', 'ที่', '한국어', 'e\u0301', 'क्षि', '\r\n', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])(
    'stays whole in a text of any length: %j',
    (piece) => {
      const text = piece.repeat(400);
      expect(graphemesOf(text)).toEqual([...whole.segment(text)].map(({ segment }) => segment));
    },
  );
});
