import { describe, expect, it } from '@jest/globals';
import type { PersonCommandType } from '../../../../domain/case/commands';
import type { CaseCommand } from '../../../../domain/case/commands';
import { allowedCommands, PERSON_COMMANDS } from '../../../../domain/case/decide';
import { serviceCase } from '../../../../domain/case/decider';
import type { Actor } from '../../../../domain/identity/actor';
import { aCustomer, anEngineer, anotherCustomer, STAFF_OF_EACH_ROLE } from '../support/actors';
import { callFailed, whoDoes } from '../support/case-builder';
import { caseFor } from '../support/case-for';
import * as commands from '../support/commands';
import { allowedTo, given, refusalOf } from '../support/given';
import { EVERY_ROLE, EXPECTED } from '../support/lifecycle';
import { CASE_AT, OPEN_STAGES, REACHED_STAGES } from '../support/stages';

describe('Every command of the case', () => {
  it('is in this table', () => {
    expect([...PERSON_COMMANDS].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  describe.each(PERSON_COMMANDS)('%s (R3, R12)', (type) => {
    const { command, stages, roles, whilePaused, byCustomer, refusal: toOthers } = EXPECTED[type];
    const firstPossible = () =>
      caseFor(type, REACHED_STAGES.find((stage) => stages.includes(stage)) ?? 'registered');

    it.each(REACHED_STAGES)('at stage %s is possible or refused, and says which', (stage) => {
      const before = caseFor(type, stage);
      const refusal = refusalOf(() => before.does(command));
      if (stages.includes(stage)) expect(refusal).toBeUndefined();
      else if (serviceCase.isEnded(before.state)) expect(refusal?.code).toBe('CASE.ENDED');
      else if (type === 'join' && stage === 'registered') expect(refusal?.code).toBe('CASE.NOT_ANSWERED');
      else if (type === 'attributeRepeat') expect(refusal?.code).toBe('CASE.NO_REPEAT_REPAIR');
      else expect(refusal).toMatchObject({ code: 'CASE.WRONG_STAGE', params: { command: type, stage } });
    });

    it('is refused to every role but those it belongs to (R12)', () => {
      const permitted = STAFF_OF_EACH_ROLE.filter((by) =>
        // An offer is with one organisation at a time.
        [undefined, 'OFFER.NOT_YOURS'].includes(refusalOf(() => firstPossible().does(command, { by }))?.code),
      );
      expect(permitted.flatMap((by) => by.roles)).toEqual(EVERY_ROLE.filter((role) => roles.includes(role)));
      for (const by of STAFF_OF_EACH_ROLE.filter(
        ({ roles: [role] }) => role !== undefined && !roles.includes(role),
      ))
        given(firstPossible())
          .when(command, { by })
          .thenRefused(toOthers ?? 'CASE.NOT_PERMITTED');
    });

    it(`is ${byCustomer ? 'possible for the customer alone whose case it is (R36)' : 'refused to a customer'}`, () => {
      if (byCustomer)
        expect(refusalOf(() => firstPossible().does(byCustomer, { by: aCustomer() }))).toBeUndefined();
      given(firstPossible())
        .when(byCustomer ?? command, { by: byCustomer ? anotherCustomer() : aCustomer() })
        .thenRefused('CASE.NOT_PERMITTED');
    });

    it(`is ${whilePaused ? 'possible' : 'refused'} while the case is paused`, () => {
      const paused = firstPossible().state.paused ? firstPossible() : firstPossible().paused();
      if (whilePaused) expect(refusalOf(() => paused.does(command))).toBeUndefined();
      else
        given(paused)
          .when(command)
          .thenRefused('CASE.PAUSED', { params: { reason: 'the customer travels' } });
    });

    it.each(['closed', 'cancelled', 'joined'] as const)(
      'is refused once the case is %s and nothing is left to do',
      (stage) => {
        given(CASE_AT[stage]()).when(command).thenRefused('CASE.ENDED', { params: { stage } });
      },
    );

    it('is refused before the case is registered', () => {
      const { initial } = serviceCase;
      const envelope = { ...command, id: 'c1', actor: whoDoes(command) };
      expect(refusalOf(() => serviceCase.decide(initial, envelope, commands.RECEIVED_AT))?.code).toBe(
        'CASE.NOT_REGISTERED',
      );
      expect(allowedCommands(initial, anEngineer(), commands.RECEIVED_AT)).toEqual([]);
    });
  });
});

const commandBy = (type: PersonCommandType, { kind }: Actor): CaseCommand => {
  const { command, byCustomer } = EXPECTED[type];
  return (kind === 'customer' ? byCustomer : undefined) ?? command;
};

describe('What a person may do next', () => {
  const actors = [...STAFF_OF_EACH_ROLE, aCustomer()];
  const variants = REACHED_STAGES.flatMap((stage) => {
    const plain = CASE_AT[stage]();
    const withWork = plain.does(callFailed({ key: 'call-1' }));
    return [plain, withWork, ...(OPEN_STAGES.includes(stage) ? [plain.paused(), withWork.paused()] : [])];
  });

  it('is what the rules will accept from them, at every stage and for every role (R36)', () => {
    for (const before of [...variants, CASE_AT.registered().escalated(), CASE_AT.classified().offered()]) {
      for (const by of actors) {
        const accepted = PERSON_COMMANDS.filter(
          (type) => refusalOf(() => before.does(commandBy(type, by), { by })) === undefined,
        );
        expect(allowedTo(before, by)).toEqual(accepted);
      }
    }
  });

  it('is nothing for a role without a part in cases but a note and a file', () => {
    const [keeper] = STAFF_OF_EACH_ROLE.filter(({ roles }) => roles.includes('warehouse-keeper'));
    if (!keeper) throw new Error('no warehouse keeper');
    expect(allowedTo(CASE_AT.classified(), keeper)).toEqual(['addNote', 'attach']);
  });
});
