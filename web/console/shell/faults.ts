import { Refused } from '../api';
import type { SHELL_WORDS } from './words';

type Shell = (key: keyof typeof SHELL_WORDS) => string;

/** Says to the user why something failed. */
export const faultText = (error: unknown, t: Shell): string => {
  if (error instanceof Refused) return error.problem.detail;
  // `fetch` throws a TypeError where no answer came.
  return error instanceof TypeError ? t('unreachable') : t('failed');
};
