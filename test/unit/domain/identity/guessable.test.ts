import { describe, expect, it } from '@jest/globals';
import { isGuessable } from '../../../../domain/identity/guessable';

const NAMES = ['wu.lan', 'Wu Lanying', '吴兰英'];

describe('A password that is among the first to be tried', () => {
  it.each([
    '123456789012',
    '098765432109',
    'qwertyuiop12',
    'abcdefghijkl',
    'password1234',
    'P@ssw0rd1234',
    'Password 2026',
    'Aftercare2026!',
    'administrator1',
    'passwordpassword',
    '1q2w3e4r5t6y',
    'lanying123456',
    'correct horse battery staple',
  ])('is refused: %s', (password) => {
    expect(isGuessable(password, NAMES)).toBe(true);
  });

  it.each([
    'seven grey herons 7',
    'kettle-cloud-ravine',
    '七只灰鹭飞过太湖',
    'k7mx-p2qd-w9ht-r4cn',
    'my password is a blue kite',
  ])('is not refused: %s', (password) => {
    expect(isGuessable(password, NAMES)).toBe(false);
  });
});
