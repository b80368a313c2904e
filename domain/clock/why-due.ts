import type { Bilingual } from '../bilingual';
import type { Promised } from './promised';
import type { ClockRecord } from './record';

/** Grounds of a due instant: working time, an instant agreed with the customer, or the promise of a merged request. */
export const DUE_BASES = ['working-time', 'agreed', 'merged'] as const;
export type DueBasis = (typeof DUE_BASES)[number];

/** The ground on which the promise of a clock is due when it is. */
export function dueBasisOf(
  { fixedDueAt, bound }: Pick<ClockRecord, 'fixedDueAt' | 'bound'>,
  { timing: { calendar, startMs } }: Pick<Promised, 'timing'>,
): DueBasis {
  if (fixedDueAt !== undefined) return 'agreed';
  const isMerged = bound !== undefined && calendar === '24x7' && startMs === Date.parse(bound.at);
  return isMerged ? 'merged' : 'working-time';
}

/** The reasons for a due instant, with instants as people read them. */
export interface DueReason {
  readonly by: DueBasis;
  readonly targetSeconds: number;
  readonly since: string;
  /** As the reader's clock shows it; null while it is not known. */
  readonly due: string | null;
  /** The cases that the policy is for. */
  readonly scope: Bilingual;
  /** Name of the calendar. */
  readonly calendar: Bilingual;
  /** IANA zone of the calendar; null: every hour counts. */
  readonly timeZone: string | null;
  /** Pauses that put it off, one that lasts included. */
  readonly pauses: number;
  readonly isPaused: boolean;
}

/** Says why a promise is due when it is. */
export function whyDue(reason: DueReason): Bilingual {
  const { en, zh } = groundsOf(reason);
  return {
    en: `${reason.due === null ? 'No due time while it is paused' : `Due ${reason.due}`}: ${en}`,
    zh: `${reason.due === null ? '暂停期间没有到期时间' : `${reason.due} 到期`}：${zh}`,
  };
}

/** The grounds alone, for those who show the due time beside them. */
export function groundsOf(reason: DueReason): Bilingual {
  const { en, zh } = BASIS[reason.by](reason);
  const off = putOff(reason);
  return { en: `${en}${off.en}.`, zh: `${zh}${off.zh}。` };
}

const BASIS: Readonly<Record<DueBasis, (reason: DueReason) => Bilingual>> = {
  'working-time': ({ targetSeconds, since, scope, calendar, timeZone }) => {
    const target = durationWords(targetSeconds);
    return timeZone === null
      ? {
          en: `${target.en} around the clock since ${since}, as promised for ${scope.en}`,
          zh: `按${scope.zh}的时限，自 ${since} 起全天候计时 ${target.zh}`,
        }
      : {
          en: `${target.en} of working time since ${since} (${calendar.en}, ${timeZone}), as promised for ${scope.en}`,
          zh: `按${scope.zh}的时限，自 ${since} 起 ${target.zh}工作时间（${calendar.zh}，${timeZone}）`,
        };
  },
  agreed: () => ({ en: 'the time agreed with the customer', zh: '与客户约定的时间' }),
  merged: () => ({
    en: 'promised for another request that was merged into this case',
    zh: '并入本服务单的另一请求已作此承诺',
  }),
};

function putOff({ pauses, isPaused }: DueReason): Bilingual {
  if (pauses === 0) return { en: '', zh: '' };
  const lasting = isPaused ? { en: ', one of which lasts', zh: '，其中一次仍在暂停' } : { en: '', zh: '' };
  return {
    en: `; put off by ${pauses} ${pauses === 1 ? 'pause' : 'pauses'}${lasting.en}`,
    zh: `；因暂停顺延 ${pauses} 次${lasting.zh}`,
  };
}

const UNITS = [
  { seconds: 86_400, en: 'd', zh: '天' },
  { seconds: 3_600, en: 'h', zh: '小时' },
  { seconds: 60, en: 'min', zh: '分钟' },
] as const;

/** A length of time in its two largest units, such as `1 d 4 h`; less than a minute counts as one. */
export function durationWords(seconds: number): Bilingual {
  let left = Math.max(60, Math.round(Math.abs(seconds) / 60) * 60);
  const parts = UNITS.flatMap(({ seconds: unit, en, zh }) => {
    const count = Math.floor(left / unit);
    left -= count * unit;
    return count === 0 ? [] : [{ en: `${count} ${en}`, zh: `${count} ${zh}` }];
  }).slice(0, 2);
  return { en: parts.map(({ en }) => en).join(' '), zh: parts.map(({ zh }) => zh).join(' ') };
}
