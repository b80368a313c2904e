import type { Bilingual } from '../../domain/bilingual';
import { CODE_LISTS } from '../../domain/code-lists';
import type { ClockFacts } from '../../domain/clock/record';

/** Names of the codes of a list, those of the company's own making by themselves. */
const nameIn = (list: object, code: string): Bilingual => {
  const names: Readonly<Partial<Record<string, Bilingual>>> = { ...list };
  return names[code] ?? { en: code, zh: code };
};

/** The cases that a policy is for, in words: a policy has no name of its own. */
export function scopeWords({ requestType, priority, serviceLevel, warranty }: ClockFacts): Bilingual {
  const facts = [
    ...(requestType === undefined ? [] : [nameIn(CODE_LISTS.requestType, requestType)]),
    ...(priority === undefined ? [] : [nameIn(CODE_LISTS.priority, priority)]),
    ...(serviceLevel === undefined
      ? []
      : [{ en: `service level ${serviceLevel}`, zh: `服务等级 ${serviceLevel}` }]),
    ...(warranty === undefined ? [] : [nameIn(CODE_LISTS.warrantyState, warranty)]),
  ];
  return facts.length === 0
    ? { en: 'all cases', zh: '所有服务单' }
    : { en: facts.map(({ en }) => en).join(', '), zh: facts.map(({ zh }) => zh).join('、') };
}
