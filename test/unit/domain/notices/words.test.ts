import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES, type Language } from '../../../../domain/bilingual';
import { DOMAIN_ERRORS } from '../../../../domain/errors';
import type { JsonValue } from '../../../../domain/json';
import { CALL_NAMES, SYSTEM_REFUSAL_WORDS, failureWords } from '../../../../domain/notices/failed-call';
import { renderNotice } from '../../../../domain/notices/render';
import {
  NOTICE_TEMPLATES,
  type NoticeTemplate,
  type ParameterKind,
} from '../../../../domain/notices/templates';
import { VOCABULARY } from '../../../../domain/notices/words';
import { wallClock } from '../../../../platform/wall-clock';
import { SYSTEM_CODES } from '../../../../systems/shared/codes';
import { codesIn } from '../support/codes';
import { History } from '../support/history';
import { registrations } from '../support/any-command';
import { moves } from '../support/moves';

const organisation = (id: string) =>
  id === 'sz-baoan' ? { en: 'Shenzhen outlet', zh: '深圳服务站' } : undefined;
const clock = wallClock('Asia/Shanghai');
const AT = '2026-11-16T01:00:00.000Z';

/** As the systems, the rules, Temporal and an ERP that is not there yet may tell that a call failed. */
const FAILURES: readonly string[] = [
  ...SYSTEM_CODES,
  ...Object.keys(DOMAIN_ERRORS),
  ...['CALL.UNKNOWN', 'CALL.INPUT_WRONG', 'CALL.FAILED', 'CALL.TIMED_OUT', 'SystemUnavailable', 'Error'],
  ...['ERP.PERIOD_CLOSED', 'toString'],
];
const CALLS: readonly string[] = [...Object.keys(CALL_NAMES), 'callOfTomorrow', 'toString'];
const failed = CALLS.flatMap((call) => FAILURES.map((code) => failureWords({ call, code })));

/** Every value that can fill a parameter of a kind: all codes, and one that is not known here yet. */
function valuesFor(kind: ParameterKind): readonly JsonValue[] {
  switch (kind) {
    case 'text':
      return ['漏油', 3];
    case 'told':
      return ['客户要求', ...failed.map((words) => ({ ...words }))];
    case 'name':
      return [{ en: 'East China centre', zh: '华东服务中心' }];
    case 'organisation':
      return ['sz-baoan', 'outlet-of-tomorrow'];
    case 'instant':
      return [AT];
    case 'late':
      return [true, false];
    case 'answerDue':
      return [AT, null];
    case 'pieces':
      return [2, null];
    case 'caseLink':
    case 'surveyLink':
      return [null];
    default:
      return [...Object.keys(VOCABULARY[kind]), 'code-of-tomorrow', 'toString'];
  }
}

/** Each value of each parameter once, the others as they come first. */
function fillings({ parameters }: NoticeTemplate): readonly Readonly<Record<string, JsonValue>>[] {
  const first = Object.fromEntries(
    Object.entries(parameters).map(([name, kind]) => [name, valuesFor(kind)[0] ?? null]),
  );
  return Object.entries(parameters).flatMap(([name, kind]) =>
    valuesFor(kind).map((value) => ({ ...first, [name]: value })),
  );
}

const render = (
  template: string,
  params: Readonly<Record<string, JsonValue | undefined>>,
  language: Language,
) => {
  const { title, text } = renderNotice({ template, params }, language, clock, { organisation });
  return `${title}\n${text}`;
};

describe.each(LANGUAGES)('In %s no message holds a code', (language) => {
  it.each(Object.entries<NoticeTemplate>(NOTICE_TEMPLATES))('%s, whatever fills it', (name, template) => {
    const found = fillings(template).flatMap((params) => codesIn(render(name, params, language)));
    expect([...new Set(found)]).toEqual([]);
  });

  it('that a case sends, whatever happens to it', () => {
    const histories = fc.sample(
      fc.tuple(registrations, moves).map(([registration, taken]) => History.of(registration, taken)),
      150,
    );
    const moments = histories.flatMap((history) => history.moments);
    // People are called here by what is their id, too.
    const people = new Set(moments.flatMap(({ by }) => [by.id, by.id.replace(/-\d+$/, '')]));
    const found = moments
      .flatMap(({ effects }) => effects)
      .flatMap((effect) =>
        effect.kind === 'notify' ? codesIn(render(effect.template, effect.params, language)) : [],
      );
    expect([...new Set(found)].filter((code) => !people.has(code))).toEqual([]);
  });
});

describe('A call that failed', () => {
  it('has words for every refusal of the parts and finance systems', () => {
    const refusals = SYSTEM_CODES.filter((code) => /^(PARTS|FINANCE|IDEMPOTENCY|REQUEST)\./.test(code));
    expect(refusals.filter((code) => !Object.hasOwn(SYSTEM_REFUSAL_WORDS, code))).toEqual([]);
  });

  it('says which part it was about', () => {
    expect(
      failureWords({ call: 'reserveParts', code: 'PARTS.OUT_OF_STOCK', params: { partNumber: 'SP-42003' } }),
    ).toEqual({
      en: 'Reserving parts failed: no depot has enough stock (SP-42003).',
      zh: '备件预留失败：各仓库库存不足（SP-42003）。',
    });
  });

  it('says what the rules of the other process say, where every value of it can be told', () => {
    const call = 'deliverCommand';
    const refused = (code: string, params = {}) => failureWords({ call, code, params }).en;
    const ENDED =
      'Notifying the case or the parts order failed: The case is closed and can no longer be changed.';
    expect(refused('CASE.ENDED', { stage: 'closed' })).toBe(ENDED);
    expect(refused('CASE.ENDED')).toBe('Notifying the case or the parts order failed: it was refused.');
  });

  it('tells a refusal in a code of another system from a system that was away', () => {
    const why = (code: string) => failureWords({ call: 'accrueCost', code }).zh;
    expect([why('ERP.PERIOD_CLOSED'), why('SystemUnavailable')]).toEqual([
      '费用入账失败：被拒绝。',
      '费用入账失败：三天内未收到有效答复。',
    ]);
  });
});
