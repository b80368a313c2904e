import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, errorWords, problemOf, type ErrorCode } from '../../../api/http/problems';
import { APPROVAL_KINDS, APPROVAL_STATUSES, WITHDRAWALS } from '../../../domain/approval/terms';
import { COMMAND_NAMES } from '../../../domain/case/names';
import { QUOTE_STATUSES } from '../../../domain/case/quote/terms';
import { stagesOf } from '../../../domain/case/rule';
import { RULES } from '../../../domain/case/rules';
import { REQUEST_TYPES, STAGES } from '../../../domain/case/terms';
import { LANGUAGES } from '../../../domain/bilingual';
import { ROLES } from '../../../domain/identity/roles';
import type { JsonValue } from '../../../domain/json';
import { ORDER_COMMAND_NAMES } from '../../../domain/parts-order/names';
import { ORDER_STAGES } from '../../../domain/parts-order/terms';
import { wallClock } from '../../../platform/wall-clock';
import { codesIn } from '../domain/support/codes';

const AT = '2026-11-16T01:00:00.000Z';

/** Refusals for client programs and register administrators only: they name fields and headers. */
const FOR_PROGRAMS =
  /^(REQUEST\.(INVALID|UNSUPPORTED_MEDIA_TYPE)|ATTACHMENT\.TYPE_\w+|ROUTE\.\w+|PRECONDITION\.\w+|IDEMPOTENCY\.\w+|COMMAND\.(UNKNOWN|ID_REUSED)|DATABASE\.UNAVAILABLE|LINK\.NOT_CONFIGURED|POLICY\.\w+|APPROVAL_RULE\.\w+|ENTITLEMENT(_RULE)?\.\w+|WARRANTY_TERMS\.\w+|PRICE\.RETROACTIVE)$/;

/** Every value that a parameter can hold, by its name; a name that is not here holds what a person wrote, a name or a number. */
const VALUES: Readonly<Record<string, readonly JsonValue[]>> = {
  command: [...Object.keys(COMMAND_NAMES), ...Object.keys(ORDER_COMMAND_NAMES), 'elapseClock', 'settleCall'],
  stage: [...STAGES, ...ORDER_STAGES],
  possible: [
    ...new Set(Object.values(RULES).map((rule) => stagesOf(rule).join(', '))),
    ORDER_STAGES.join(', '),
  ],
  requestType: [...REQUEST_TYPES],
  approvalKind: [...APPROVAL_KINDS],
  decision: [...APPROVAL_STATUSES],
  role: [...ROLES],
  withdrawal: [...WITHDRAWALS],
  quoteStatus: [...QUOTE_STATUSES, 'none'],
  answeredBy: ['answered-by-customer', 'answered-by-staff'],
  what: ['AS-2026-000001', 'line', 'purchase', 'shipment'],
  reason: ['客户要求', { en: 'the parts are already going there', zh: '收货信息与原来相同' }],
  ...Object.fromEntries(['since', 'from', 'to', 'earliest', 'at'].map((name) => [name, [AT]])),
};
const valuesOf = (name: string): readonly JsonValue[] => VALUES[name] ?? ['漏油', 3];

const isCode = (code: string): code is ErrorCode => ERROR_CODES.includes(code);
const FOR_PEOPLE = ERROR_CODES.filter(isCode).filter((code) => !FOR_PROGRAMS.test(code));

describe.each(LANGUAGES)('In %s a refusal', (language) => {
  it.each(FOR_PEOPLE)('%s says nothing in codes, whatever fills it', (code) => {
    const names = [...errorWords(code)[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const first = Object.fromEntries(names.map((name) => [name, valuesOf(name)[0]]));
    const fillings = [
      first,
      ...names.flatMap((name) => valuesOf(name).map((value) => ({ ...first, [name]: value }))),
    ];
    const details = fillings.map(
      (params) => problemOf({ code, params }, language, wallClock('Asia/Shanghai')).detail,
    );
    expect([...new Set(details.flatMap(codesIn))]).toEqual([]);
  });
});

describe('A refusal', () => {
  it('keeps codes and instants as they are for programs, and tells people by their wall clock', () => {
    const params = { approvalId: 'quote:1', approvalKind: 'quote', role: 'centre-director', since: AT };
    expect(
      problemOf({ code: 'CASE.APPROVAL_PENDING', params }, 'zh', wallClock('Asia/Shanghai')),
    ).toMatchObject({
      code: 'CASE.APPROVAL_PENDING',
      detail: '“报价”自 2026-11-16 09:00 起待服务中心主任审批。',
      params,
    });
  });

  it('that a rule gives for a field says why in the reader’s language', () => {
    const params = {
      field: 'data.consignee',
      reason: { en: 'the parts are already going there', zh: '收货信息与原来相同' },
    };
    const detail = (language: 'en' | 'zh') => problemOf({ code: 'COMMAND.INVALID', params }, language).detail;
    expect([detail('en'), detail('zh')]).toEqual([
      'The input is not valid: the parts are already going there.',
      '填写有误：收货信息与原来相同。',
    ]);
  });
});
