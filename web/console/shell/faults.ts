import { Refused } from '../api';
import type { SHELL_WORDS } from './words';

type Shell = (key: keyof typeof SHELL_WORDS) => string;

/** Says to the user why something failed. */
export const faultText = (error: unknown, t: Shell): string => {
  // A proxy that answers for an API which is away has its own words, in its own language.
  if (error instanceof Refused && /^HTTP\.5/.test(error.problem.code)) return t('unreachable');
  if (error instanceof Refused) return error.problem.detail;
  // `fetch` throws a TypeError where no answer came.
  return error instanceof TypeError ? t('unreachable') : t('failed');
};
