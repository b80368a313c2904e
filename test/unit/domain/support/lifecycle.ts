import type { CaseCommand, PersonCommandType } from '../../../../domain/case/commands';
import type { Role } from '../../../../domain/identity/roles';
import { STAFF_OF_EACH_ROLE } from './actors';
import * as commands from './commands';
import { OPEN_STAGES, REACHED_STAGES } from './stages';

export interface Expected {
  readonly command: CaseCommand;
  readonly stages: readonly string[];
  readonly roles: readonly Role[];
  readonly whilePaused: boolean;
  /** As a customer gives it by the link to their case (R36); nothing where they may not. */
  readonly byCustomer?: CaseCommand;
  /** To other roles, where it is not the table of permissions that refuses. */
  readonly refusal?: 'APPROVAL.NOT_YOURS' | 'APPROVAL.NOT_YOUR_REQUEST';
}

const MANAGER = 'hq-service-manager';
const DIRECTOR = 'centre-director';
const DESK: readonly Role[] = [MANAGER, DIRECTOR, 'enquiry-clerk', 'complaint-officer'];
const ENGINEER: readonly Role[] = ['repair-engineer'];
const BEFORE_REPAIR = ['classified', 'dispatched', 'on-site', 'awaiting-parts'];
const AFTER_REPORT = ['reported', 'surveyed', 'revisited'];
const DESK_WHILE_OPEN = { stages: OPEN_STAGES, roles: DESK, whilePaused: true };
export const EVERY_ROLE = STAFF_OF_EACH_ROLE.flatMap(({ roles }) => roles);

const APPROVER = {
  stages: [...BEFORE_REPAIR, ...AFTER_REPORT],
  roles: [MANAGER, DIRECTOR],
  refusal: 'APPROVAL.NOT_YOURS',
  whilePaused: false,
} as const;

/** The lifecycle as the requirements have it (R1–R5, R12, R13, R18, R22, R23), written down a second time. */
export const EXPECTED: Readonly<Record<PersonCommandType, Expected>> = {
  identifyCustomer: { command: commands.identifyCustomer(), ...DESK_WHILE_OPEN },
  escalateQuestion: {
    command: commands.escalateQuestion(),
    stages: ['registered'],
    roles: DESK,
    whilePaused: false,
  },
  answer: {
    command: commands.answer(),
    stages: ['registered'],
    roles: [...DESK, 'sales'],
    whilePaused: false,
  },
  classify: {
    command: commands.classify(),
    stages: ['answered', 'classified'],
    roles: DESK,
    whilePaused: false,
  },
  dispatch: {
    command: commands.dispatch(),
    stages: ['classified'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk'],
    whilePaused: false,
  },
  offer: {
    command: commands.offer(),
    stages: ['classified'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk'],
    whilePaused: false,
  },
  acceptOffer: {
    command: commands.acceptOffer(),
    stages: ['classified'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk', ...ENGINEER],
    whilePaused: false,
  },
  declineOffer: {
    command: commands.declineOffer(),
    stages: ['classified'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk', ...ENGINEER],
    whilePaused: false,
  },
  withdrawOffer: {
    command: commands.withdrawOffer(),
    stages: ['classified'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk'],
    whilePaused: true,
  },
  reassign: {
    command: commands.reassign(),
    stages: ['dispatched'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk'],
    whilePaused: false,
  },
  moveAppointment: {
    command: commands.moveAppointment(),
    stages: ['dispatched'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk'],
    whilePaused: false,
    byCustomer: commands.moveAppointment({
      consent: { by: 'customer', how: 'link', at: commands.RECEIVED_AT },
    }),
  },
  recordTripCost: {
    command: commands.recordTripCost(),
    stages: [...BEFORE_REPAIR, 'repaired', 'reported', 'surveyed', 'revisited', 'cancelled'],
    roles: [MANAGER, DIRECTOR, 'enquiry-clerk', ...ENGINEER],
    whilePaused: true,
  },
  depart: {
    command: commands.depart(),
    stages: ['dispatched'],
    roles: [MANAGER, DIRECTOR, ...ENGINEER],
    whilePaused: false,
  },
  diagnose: { command: commands.diagnose(), stages: ['on-site'], roles: ENGINEER, whilePaused: false },
  leaveUnfinished: {
    command: commands.leaveUnfinished(),
    stages: ['on-site'],
    roles: ENGINEER,
    whilePaused: false,
  },
  orderParts: {
    command: commands.orderParts({ number: 'PO-2026-000002' }),
    stages: ['classified', 'on-site', 'awaiting-parts'],
    roles: [...DESK, ...ENGINEER],
    whilePaused: false,
  },
  attributeRepeat: {
    command: commands.attributeRepeat(),
    stages: REACHED_STAGES.filter((stage) => stage !== 'registered' && stage !== 'answered'),
    roles: [MANAGER, DIRECTOR],
    whilePaused: true,
  },
  arrive: {
    command: commands.arrive(),
    stages: ['dispatched'],
    roles: [MANAGER, DIRECTOR, ...ENGINEER],
    whilePaused: false,
  },
  repair: { command: commands.repair(), stages: ['on-site'], roles: ENGINEER, whilePaused: false },
  verify: { command: commands.verify(), stages: ['repaired'], roles: ENGINEER, whilePaused: false },
  prepareQuote: {
    command: commands.prepareQuote(),
    stages: BEFORE_REPAIR,
    roles: [...DESK, ...ENGINEER, 'sales'],
    whilePaused: false,
  },
  reviseQuote: {
    command: commands.reviseQuote(),
    stages: BEFORE_REPAIR,
    roles: [...DESK, ...ENGINEER, 'sales'],
    whilePaused: false,
  },
  decideQuote: {
    command: commands.decideQuote(),
    stages: BEFORE_REPAIR,
    roles: [...DESK, ...ENGINEER, 'sales'],
    whilePaused: true,
    byCustomer: commands.decideQuote({
      consent: { by: 'customer', how: 'link', at: '2026-11-02T02:45:00.000Z' },
    }),
  },
  endUnrepaired: {
    command: commands.endUnrepaired(),
    stages: ['classified'],
    roles: DESK,
    whilePaused: false,
  },
  report: {
    command: commands.report(),
    stages: ['repaired'],
    roles: [MANAGER, DIRECTOR, ...ENGINEER],
    whilePaused: false,
  },
  resolveRemotely: {
    command: commands.resolveRemotely(),
    stages: ['classified'],
    roles: [...DESK, ...ENGINEER],
    whilePaused: false,
  },
  amendReport: {
    command: commands.amendReport(),
    stages: ['reported', 'surveyed', 'revisited'],
    roles: [MANAGER, DIRECTOR, ...ENGINEER],
    whilePaused: true,
  },
  recordSurvey: {
    command: commands.recordSurvey(),
    stages: ['reported'],
    roles: DESK,
    whilePaused: false,
    byCustomer: commands.recordSurvey(),
  },
  recordRevisit: { command: commands.recordRevisit(), stages: ['surveyed'], roles: DESK, whilePaused: false },
  reopen: {
    command: commands.reopen(),
    stages: ['reported', 'surveyed', 'revisited'],
    roles: [MANAGER, DIRECTOR],
    whilePaused: false,
  },
  close: { command: commands.close(), stages: ['surveyed', 'revisited'], roles: DESK, whilePaused: false },
  cancel: { command: commands.cancel(), stages: OPEN_STAGES, roles: [MANAGER, DIRECTOR], whilePaused: true },
  pause: {
    command: commands.pause(),
    stages: OPEN_STAGES,
    roles: [...DESK, ...ENGINEER],
    whilePaused: false,
  },
  resume: {
    command: commands.resume(),
    stages: OPEN_STAGES,
    roles: [...DESK, ...ENGINEER],
    whilePaused: true,
  },
  handOver: { command: commands.handOver(), stages: OPEN_STAGES, roles: DESK, whilePaused: true },
  escalate: {
    command: commands.escalate(),
    stages: OPEN_STAGES,
    // Headquarters has no level above.
    roles: [...DESK.filter((role) => role !== MANAGER), ...ENGINEER],
    whilePaused: true,
  },
  changePriority: {
    command: commands.changePriority(),
    stages: OPEN_STAGES,
    roles: [MANAGER, DIRECTOR],
    whilePaused: true,
  },
  overruleEntitlement: {
    command: commands.overruleEntitlement(),
    stages: ['registered', 'answered', 'classified', 'dispatched', 'on-site', 'awaiting-parts', 'repaired'],
    roles: [MANAGER, DIRECTOR],
    whilePaused: true,
  },
  recordMessage: {
    command: commands.recordMessage(),
    byCustomer: commands.recordMessage(),
    ...DESK_WHILE_OPEN,
  },
  sendLink: { command: commands.sendLink(), ...DESK_WHILE_OPEN },
  addNote: { command: commands.addNote(), stages: REACHED_STAGES, roles: EVERY_ROLE, whilePaused: true },
  attach: {
    command: commands.attach(),
    stages: REACHED_STAGES,
    roles: EVERY_ROLE,
    whilePaused: true,
    byCustomer: commands.attach(),
  },
  join: { command: commands.join(), stages: ['answered', 'classified'], roles: DESK, whilePaused: true },
  decideApproval: { command: commands.decideApproval(), ...APPROVER },
  delegateApproval: { command: commands.delegateApproval(), ...APPROVER },
  remindApproval: {
    command: commands.remindApproval(),
    stages: [...BEFORE_REPAIR, ...AFTER_REPORT],
    roles: ENGINEER,
    refusal: 'APPROVAL.NOT_YOUR_REQUEST',
    whilePaused: false,
  },
  completeFollowUp: { command: commands.followUpDone('call-1'), ...DESK_WHILE_OPEN, stages: REACHED_STAGES },
};
