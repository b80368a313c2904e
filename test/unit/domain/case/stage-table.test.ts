import { describe, expect, it } from '@jest/globals';
import { guard, isRuled, PERSON_COMMANDS } from '../../../../domain/case/decide';
import { RULES } from '../../../../domain/case/rules';
import { isEnded, type CaseState } from '../../../../domain/case/state';
import type { DomainErrorCode } from '../../../../domain/errors';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { aCustomer, STAFF_OF_EACH_ROLE } from '../support/actors';
import { callFailed } from '../support/case-builder';
import { caseFor } from '../support/case-for';
import { deepFreeze } from '../support/freeze';
import { CASE_AT, REACHED_STAGES, type Reached } from '../support/stages';
import { STANDINGS } from '../support/standings';

/**
 * Commands allowed at each stage, by the requirements: answered, then classified (R1, R3); dispatched and at
 * work (R11, R13, R17); reported (R18); surveyed, revisited, closed (R22, R23); everything else at any time,
 * until the case has ended.
 *
 * `+` allowed to some actor, without further conditions. `o` allowed once the case has ended, while related
 * work is left. `.` never allowed.
 */
const TABLE = `
                         reg ans cls dsp ons awp rpd rpt srv rvs  clo can joi
identifyCustomer          +   +   +   +   +   +   +   +   +   +    .   .   .
escalateQuestion          +   .   .   .   .   .   .   .   .   .    .   .   .
answer                    +   .   .   .   .   .   .   .   .   .    .   .   .
classify                  .   +   +   .   .   .   .   .   .   .    .   .   .
join                      .   +   +   .   .   .   .   .   .   .    .   .   .
dispatch                  .   .   +   .   .   .   .   .   .   .    .   .   .
offer                     .   .   +   .   .   .   .   .   .   .    .   .   .
acceptOffer               .   .   +   .   .   .   .   .   .   .    .   .   .
declineOffer              .   .   +   .   .   .   .   .   .   .    .   .   .
withdrawOffer             .   .   +   .   .   .   .   .   .   .    .   .   .
resolveRemotely           .   .   +   .   .   .   .   .   .   .    .   .   .
endUnrepaired             .   .   +   .   .   .   .   .   .   .    .   .   .
reassign                  .   .   .   +   .   .   .   .   .   .    .   .   .
moveAppointment           .   .   .   +   .   .   .   .   .   .    .   .   .
depart                    .   .   .   +   .   .   .   .   .   .    .   .   .
arrive                    .   .   .   +   .   .   .   .   .   .    .   .   .
diagnose                  .   .   .   .   +   .   .   .   .   .    .   .   .
repair                    .   .   .   .   +   .   .   .   .   .    .   .   .
leaveUnfinished           .   .   .   .   +   .   .   .   .   .    .   .   .
verify                    .   .   .   .   .   .   +   .   .   .    .   .   .
report                    .   .   .   .   .   .   +   .   .   .    .   .   .
orderParts                .   .   +   .   +   +   .   .   .   .    .   .   .
prepareQuote              .   .   +   +   +   +   .   .   .   .    .   .   .
reviseQuote               .   .   +   +   +   +   .   .   .   .    .   .   .
decideQuote               .   .   +   +   +   +   .   .   .   .    .   .   .
decideApproval            .   .   +   +   +   +   .   +   +   +    .   .   .
delegateApproval          .   .   +   +   +   +   .   +   +   +    .   .   .
remindApproval            .   .   +   +   +   +   .   +   +   +    .   .   .
recordTripCost            .   .   +   +   +   +   +   +   +   +    .   o   .
attributeRepeat           .   .   +   +   +   +   +   +   +   +    o   o   o
overruleEntitlement       +   +   +   +   +   +   +   .   .   .    .   .   .
amendReport               .   .   .   .   .   .   .   +   +   +    .   .   .
recordSurvey              .   .   .   .   .   .   .   +   .   .    .   .   .
recordRevisit             .   .   .   .   .   .   .   .   +   .    .   .   .
reopen                    .   .   .   .   .   .   .   +   +   +    .   .   .
close                     .   .   .   .   .   .   .   .   +   +    .   .   .
cancel                    +   +   +   +   +   +   +   +   +   +    .   .   .
pause                     +   +   +   +   +   +   +   +   +   +    .   .   .
resume                    +   +   +   +   +   +   +   +   +   +    .   .   .
handOver                  +   +   +   +   +   +   +   +   +   +    .   .   .
escalate                  +   +   +   +   +   +   +   +   +   +    .   .   .
changePriority            +   +   +   +   +   +   +   +   +   +    .   .   .
sendLink                  +   +   +   +   +   +   +   +   +   +    .   .   .
recordMessage             +   +   +   +   +   +   +   +   +   +    .   .   .
completeFollowUp          +   +   +   +   +   +   +   +   +   +    o   o   o
addNote                   +   +   +   +   +   +   +   +   +   +    o   o   o
attach                    +   +   +   +   +   +   +   +   +   +    o   o   o
recordJoinedRequest       +   +   +   +   +   +   +   +   +   +    .   .   .
takeJoined                +   +   +   +   +   +   +   +   +   +    .   .   .
recordMerged              +   +   +   +   +   +   +   +   +   +    o   o   o
recordUnmerged            +   +   +   +   +   +   +   +   +   +    o   o   o
recordAbsence             +   +   +   +   +   +   +   +   +   +    .   .   .
recordAbsenceWithdrawn    +   +   +   +   +   +   +   +   +   +    .   .   .
recordPartsProgress       +   +   +   +   +   +   +   +   +   +    o   o   o
`;

const [head = '', ...lines] = TABLE.trim().split('\n');
const ROWS = lines.map((line) => {
  const [command = '', ...cells] = line.trim().split(/\s+/);
  return { command, cells };
});
const CELLS = ROWS.flatMap(({ command, cells }) =>
  REACHED_STAGES.map((stage, n) => [command, stage, cells[n] ?? '?'] as const),
);

/** Refused for a reason that tells more than the stage would. */
const OTHERWISE: Readonly<Record<string, DomainErrorCode>> = {
  'join at registered': 'CASE.NOT_ANSWERED',
  'attributeRepeat at registered': 'CASE.NO_REPEAT_REPAIR',
  'attributeRepeat at answered': 'CASE.NO_REPEAT_REPAIR',
};

const ANYBODY: readonly Actor[] = [SYSTEM, ...STAFF_OF_EACH_ROLE, aCustomer()];
const isPersons = (type: string) => PERSON_COMMANDS.find((one) => one === type);

/** Every case there is at a stage, whatever the command; built once. */
const statesAt = (stage: Reached): readonly CaseState[] => {
  const built = STATES.get(stage) ?? [
    CASE_AT[stage]().state,
    CASE_AT[stage]().does(callFailed({ key: 'call-1' })).state,
    ...STANDINGS[stage].map(({ standing }) => deepFreeze(standing().state)),
  ];
  STATES.set(stage, built);
  return built;
};
const STATES = new Map<Reached, readonly CaseState[]>();

/** These, and the one that lacks nothing for the command. */
function statesFor(command: string, stage: Reached): readonly CaseState[] {
  const type = isPersons(command);
  return [...statesAt(stage), ...(type ? [caseFor(type, stage).state] : [])];
}

describe('The table of stages and commands', () => {
  it('has a column for each stage, and a row for each command that a case takes', () => {
    expect(head.trim().split(/\s+/)).toHaveLength(REACHED_STAGES.length);
    expect(ROWS.map(({ cells }) => cells.length)).toEqual(ROWS.map(() => REACHED_STAGES.length));
    expect(ROWS.map(({ command }) => command).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(CELLS)('%s at %s: %s', (command, stage, cell) => {
    if (!isRuled(command)) throw new Error(`No command is called ${command}`);
    const states = statesFor(command, stage);
    const possible = states.filter((state) =>
      ANYBODY.some((actor) => guard(state, command, actor) === undefined),
    );
    for (const state of states) expect(state.stage).toBe(stage);
    switch (cell) {
      case '+':
        expect(possible).not.toEqual([]);
        break;
      case 'o':
        expect(possible).not.toEqual([]);
        expect(possible.filter(isEnded)).toEqual([]);
        break;
      case '.':
        expect(possible).toEqual([]);
        // By its stage, and not by chance of what else is so.
        for (const state of states)
          expect(guard(state, command, SYSTEM)?.code).toBe(
            isEnded(state) ? 'CASE.ENDED' : (OTHERWISE[`${command} at ${stage}`] ?? 'CASE.WRONG_STAGE'),
          );
        break;
      default:
        throw new Error(`${cell} says nothing`);
    }
  });
});
