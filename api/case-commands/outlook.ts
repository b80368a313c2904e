import type { CaseCommandType } from '../../domain/case/commands';
import type { OrderCommandType } from '../../domain/parts-order/commands';
import type { Bilingual } from '../../domain/bilingual';
import { saidOf } from '../../domain/processes';
import { problemOf, type ApiError } from '../http/problems';
import type { CommandOutlookView } from './outlook-schema';

type CommandType = CaseCommandType | OrderCommandType;

const NAMES: Readonly<Record<CommandType, Bilingual>> = saidOf('commandNames');

interface Outlook {
  readonly type: CommandType;
  readonly refusal?: Pick<ApiError, 'code' | 'params' | 'field'>;
}

/** Commands with their names and, for those that are refused now, why. @param formatInstant tells instants in refusals. */
export const outlookViews = (
  outlook: readonly Outlook[],
  formatInstant: (instant: string) => string,
): CommandOutlookView[] =>
  outlook.map(({ type, refusal }) => ({
    type,
    names: { ...NAMES[type] },
    allowed: refusal === undefined,
    why: refusal
      ? {
          code: refusal.code,
          en: problemOf(refusal, 'en', formatInstant).detail,
          zh: problemOf(refusal, 'zh', formatInstant).detail,
        }
      : null,
  }));

/** All of them refused for one reason: the case is read, and no more. */
export const allRefused = (outlook: readonly Outlook[], refusal: ApiError): readonly Outlook[] =>
  outlook.map(({ type }) => ({ type, refusal }));
