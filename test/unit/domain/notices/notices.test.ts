import { JOINING_EVENTS } from '../support/joining-events';
import { describe, expect, it } from '@jest/globals';
import { react } from '../../../../domain/case/react';
import type { CaseEvent } from '../../../../domain/case/events';
import type { Registration } from '../../../../domain/case/intake/terms';
import type { CaseState } from '../../../../domain/case/state';
import { LANGUAGES } from '../../../../domain/bilingual';
import { SYSTEM } from '../../../../domain/identity/actor';
import { renderNotice, type StoredNotice } from '../../../../domain/notices/render';
import { PARTS_TEMPLATES } from '../../../../domain/notices/parts-templates';
import { NOTICE_TEMPLATES } from '../../../../domain/notices/templates';
import type { CaseInvoice, CaseQuote } from '../../../../domain/case/quote/terms';
import { priceQuote } from '../../../../domain/quote/price';
import { anEngineer } from '../support/actors';
import { LADDER, NEED, QUOTE_LINES, QUOTE_TERMS, REPORT, UNFINISHED } from '../support/commands';

const AT = '2026-11-16T01:00:00.000Z';
const registration: Registration = {
  caseNumber: 'AS-2026-000001',
  requestNumber: 'RQ-2026-000001',
  receivedAt: AT,
  channel: 'phone',
  sender: { kind: 'customer', name: '邵文娟' },
  subject: '空压机漏油',
  text: '漏油',
  language: 'zh',
  openCases: [],
  intakeOrganisationId: 'east',
};
const engineer = {
  id: 'stf-027',
  name: '李巍',
  outletId: 'sh-pudong',
  regionId: 'east',
  serviceLevel: 'A',
} as const;
const dispatch = { engineer, appointment: { from: AT, to: '2026-11-16T03:00:00.000Z' }, parts: [] };
const [OUTLET, CENTRE, HEADQUARTERS] = LADDER;
const OFFER = { ladder: LADDER, regionId: 'east', appointment: dispatch.appointment, parts: [] };
const number = 'AS-2026-000001-Q1';
const consent = { by: 'customer', how: 'phone', at: AT } as const;
const quote: CaseQuote = {
  ...priceQuote(QUOTE_LINES, QUOTE_TERMS, () => 0),
  number,
  version: 1,
  validDays: 15,
  status: 'offered',
  statusSince: AT,
  validUntil: AT,
  preparedAt: AT,
  preparedBy: { id: 'stf-010', name: '陆欣然' },
};
const invoice: CaseInvoice = {
  currency: 'CNY',
  taxBasisPoints: 1_300,
  lines: [],
  netCents: 10_000,
  taxCents: 1_300,
  totalCents: 11_300,
  number: 'AS-2026-000001-I1',
  quoteNumber: number,
  party: 'cus-0001',
  issuedAt: AT,
  issuedBy: 9,
};
const state: CaseState = {
  offer: { ...OFFER, to: OUTLET, offeredAt: AT },
  stage: 'dispatched',
  stageSince: AT,
  registration,
  customer: { id: 'cus-0001', name: '澜汀', status: 'active' },
  regionId: 'east',
  priority: 'normal',
  warranty: 'unknown',
  dispatch,
  quote,
  invoices: [invoice],
  joinedRequests: [],
  followUps: [],
  followers: ['stf-009'],
  clocks: {},
  approvals: [
    {
      id: 'repair-plan:1',
      status: 'open',
      asked: { by: anEngineer(), at: AT },
      with: NEED.with,
      need: NEED,
      what: '更换主机',
    },
  ],
};
const approvalId = 'repair-plan:1';
const fired = { clock: 'answer', step: 'breach', dueAt: AT, late: true };

/** Every event that somebody hears of. */
const EVENTS: readonly CaseEvent[] = [
  { type: 'CaseRegistered', data: registration },
  { type: 'QuestionEscalated', data: { question: '用哪种油？' } },
  { type: 'RequestAnswered', data: { text: '明天上门' } },
  { type: 'EngineerDispatched', data: dispatch },
  { type: 'OfferMade', data: { ...OFFER, to: OUTLET } },
  { type: 'OfferPassedOn', data: { from: OUTLET, to: CENTRE, how: 'declined', reason: '人员已满' } },
  { type: 'OfferPassedOn', data: { from: CENTRE, to: HEADQUARTERS, how: 'lapsed' } },
  { type: 'OfferAccepted', data: { by: OUTLET } },
  { type: 'OfferWithdrawn', data: { from: OUTLET, end: 'cancelled', reason: '客户自行处理' } },
  {
    type: 'EngineerReassigned',
    data: {
      engineer: { ...dispatch.engineer, id: 'engineer-2' },
      reason: '李巍生病',
      previous: dispatch.engineer,
    },
  },
  {
    type: 'AppointmentMoved',
    data: { appointment: dispatch.appointment, consent: { by: 'customer', how: 'phone', at: AT } },
  },
  { type: 'EngineerAbsent', data: { id: 'absence:1', engineerId: engineer.id, from: AT, to: AT } },
  { type: 'EngineerDeparted', data: {} },
  { type: 'VisitLeftUnfinished', data: UNFINISHED },
  { type: 'VerificationFailed', data: { method: '满载运行', note: '温度仍高' } },
  {
    type: 'ReportAmended',
    data: {
      version: 2,
      report: REPORT,
      changes: [{ field: 'remarks', from: null, to: 'x' }],
      reason: '漏记试机',
    },
  },
  { type: 'LinkSent', data: {} },
  { type: 'QuoteOffered', data: { number, validUntil: AT } },
  { type: 'QuoteAccepted', data: { number, consent } },
  { type: 'QuoteRefused', data: { number, consent } },
  { type: 'QuoteLapsed', data: { number } },
  { type: 'QuoteVoided', data: { number, reason: 'revised' } },
  { type: 'CaseLeftUnrepaired', data: { outcome: 'returned', note: '' } },
  { type: 'InvoiceIssued', data: invoice },
  { type: 'InvoiceCredited', data: { number: invoice.number, reason: 'report-amended' } },
  { type: 'ClockWarned', data: { ...fired, clock: 'quote', fraction: 0.5 } },
  { type: 'SurveyAsked', data: {} },
  { type: 'CaseReopened', data: { reason: '客户仍不满意' } },
  { type: 'CaseClosed', data: {} },
  { type: 'CaseCancelled', data: { reason: '客户自行处理' } },
  { type: 'NoteAdded', data: { text: '@li.wei 请看', mentions: [{ id: 'stf-027', name: '李巍' }] } },
  ...JOINING_EVENTS,
  { type: 'FollowUpOpened', data: { key: 'x', kind: 'call-failed', reason: 'reserveParts' } },
  { type: 'ApprovalRequested', data: { approvalId, need: NEED, what: '更换主机' } },
  { type: 'ApprovalReminded', data: { approvalId, againFrom: AT } },
  { type: 'ApprovalEscalated', data: { approvalId, with: NEED.with } },
  {
    type: 'ApprovalDecided',
    data: { approvalId, kind: 'repair-plan', decision: 'reject', reason: '先询问厂家' },
  },
  { type: 'ApprovalWithdrawn', data: { approvalId, withdrawal: 'superseded' } },
  { type: 'ClockWarned', data: { ...fired, clock: 'approval', fraction: 0.5 } },
  { type: 'ClockBreached', data: { ...fired, clock: 'approval' } },
  { type: 'ClockWarned', data: { ...fired, fraction: 0.5 } },
  { type: 'ClockWarned', data: { ...fired, clock: 'survey', fraction: 0.5 } },
  { type: 'ClockBreached', data: fired },
  { type: 'CaseResumed', data: { at: AT, byItself: true } },
  { type: 'ClockEscalated', data: { ...fired, to: 'centre-director' } },
];

const sentBy = (from: CaseState, event: CaseEvent): StoredNotice[] =>
  react(from, { ...event, seq: 1, at: AT, commandId: 'c', actor: SYSTEM })
    .filter((effect) => effect.kind === 'notify')
    .map(({ template, params }) => ({ template, params }));

/** The same case, half of whose work warranty or contract pay. */
const half = priceQuote(QUOTE_LINES, QUOTE_TERMS, () => 50);
const shared: CaseState = {
  ...state,
  quote: { ...quote, ...half, status: 'accepted' },
  report: REPORT,
};
const sent: readonly StoredNotice[] = EVENTS.flatMap((event) => [
  ...sentBy(state, event),
  ...(event.type === 'QuoteOffered' || event.type === 'InvoiceIssued' ? sentBy(shared, event) : []),
]);
const isoAsItIs = (instant: string): string => instant;

/** Sent by a parts order: tried there. */
const OF_PARTS: readonly string[] = Object.keys(PARTS_TEMPLATES);

describe('Every message that a case sends', () => {
  it('has words, and no words are there that nobody sends', () => {
    expect([...new Set(sent.map(({ template }) => template))].sort()).toEqual(
      Object.keys(NOTICE_TEMPLATES)
        .filter((name) => !OF_PARTS.includes(name))
        .sort(),
    );
  });

  it.each(
    sent.flatMap((notice) => LANGUAGES.map((language) => [notice.template, language, notice] as const)),
  )('%s fills all of its parameters in %s', (_template, language, notice) => {
    const { title, text } = renderNotice(notice, language, isoAsItIs);
    expect(`${title} ${text}`).not.toMatch(/[{}]|undefined|null/);
    expect(`${title} ${text}`).toMatch(/空压机漏油|AS-2026-000001/);
  });

  it.each(Object.entries(NOTICE_TEMPLATES))(
    '%s says the same things in both languages',
    (_name, { parameters, text, title }) => {
      const named = (words: string): string[] =>
        [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
      expect(named(text.zh + title.zh)).toEqual(named(text.en + title.en));
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining(named(text.en + title.en)));
    },
  );
});
