import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { deskOf } from '../../../../../domain/case/common/owner';
import { isRegistered } from '../../../../../domain/case/state';
import { HQ } from '../../../../../domain/identity/scope';
import { aClerk, aDirector, anEngineer, anHqManager, CENTRE } from '../../support/actors';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import { clockFactsChanged } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const LU = {
  id: 'clerk-lu',
  name: 'Lu',
  role: 'enquiry-clerk',
  organisationId: CENTRE,
  regionId: CENTRE,
} as const;
const IN_THE_WEST = {
  id: 'clerk-he',
  name: 'He',
  role: 'enquiry-clerk',
  organisationId: 'centre-west',
  regionId: 'centre-west',
  serviceLevel: 'B',
} as const;
const AT_HQ = { id: 'manager-qian', name: 'Qian', role: 'hq-service-manager', organisationId: HQ } as const;

const registered = ({ state }: CaseBuilder) => {
  if (!isRegistered(state)) throw new Error('The case is not registered');
  return state;
};
const tasksOf = ({ state }: CaseBuilder) => serviceCase.tasks(state);
const lastEffects = ({ state, events }: CaseBuilder) =>
  events.slice(-1).flatMap((event) => serviceCase.react(state, event));

describe('A case that is handed over', () => {
  it('is the colleague’s from then on, who is told why and by whom', () => {
    const handed = CASE_AT.answered().does(commands.handOver(), { by: aClerk() });
    expect(tasksOf(handed)).toMatchObject([{ kind: 'classify', staffId: LU.id, organisationId: CENTRE }]);
    expect(lastEffects(handed)).toMatchObject([
      { kind: 'notify', template: 'case-handed-over', to: { staffId: LU.id }, params: { by: aClerk().name } },
    ]);
  });

  it('goes to another region with them, at that centre’s level, before anybody is dispatched', () => {
    given(CASE_AT.classified())
      .when(commands.handOver({ to: IN_THE_WEST }))
      .then(
        { type: 'CaseHandedOver', data: { to: IN_THE_WEST, reason: 'Lu knows the machine' } },
        clockFactsChanged(
          'resolution',
          {
            ...CASE_AT.classified().state.clocks.resolution?.facts,
            serviceLevel: 'B',
          },
          CASE_AT.classified().now,
        ),
      );
    given(CASE_AT.classified())
      .when(commands.handOver({ to: IN_THE_WEST }))
      .thenState({ regionId: 'centre-west', serviceLevel: 'B' });
  });

  it('stays in the region of the engineer once one is dispatched; headquarters may take it all the same', () => {
    given(CASE_AT.dispatched())
      .when(commands.handOver({ to: IN_THE_WEST }))
      .thenRefused('CASE.COLLEAGUE_ELSEWHERE', { field: 'data.staffId' });
    given(CASE_AT.dispatched())
      .when(commands.handOver({ to: AT_HQ }))
      .thenState({ regionId: CENTRE, desk: AT_HQ });
  });

  it('is not handed to whom it is with already', () => {
    given(aCase().does(commands.handOver()))
      .when(commands.handOver())
      .thenRefused('CASE.WITH_THEM_ALREADY', { field: 'data.staffId' });
  });

  it('is the centre’s again where an engineer of another region was sent', () => {
    const engineer = {
      id: 'e',
      name: 'E',
      outletId: 'o',
      regionId: 'centre-west',
      serviceLevel: 'B',
    } as const;
    const away = CASE_AT.classified().does(commands.handOver()).dispatched({ engineer });
    expect(deskOf(registered(away))).toEqual({ role: 'enquiry-clerk', organisationId: 'centre-west' });
    expect(deskOf(registered(CASE_AT.classified().does(commands.handOver()).dispatched()))).toMatchObject({
      staffId: LU.id,
    });
  });
});

describe('Escalating by hand', () => {
  it('asks the centre’s director, then headquarters, then nobody', () => {
    const once = CASE_AT.classified().does(commands.escalate(), { by: aClerk() });
    expect(tasksOf(once)).toMatchObject([
      { kind: 'dispatch' },
      { kind: 'escalation', role: 'centre-director', organisationId: CENTRE },
    ]);
    const twice = once.does(commands.escalate(), { by: aClerk() });
    expect(tasksOf(twice)).toContainEqual(
      expect.objectContaining({ kind: 'escalation', role: 'hq-service-manager', organisationId: HQ }),
    );
    given(twice).when(commands.escalate(), { by: aClerk() }).thenRefused('CASE.NOBODY_ABOVE');
  });

  it('of a director or of a case at headquarters goes to headquarters', () => {
    for (const before of [CASE_AT.classified(), aCase({ regionId: HQ })])
      expect(tasksOf(before.does(commands.escalate(), { by: aDirector() }))).toContainEqual(
        expect.objectContaining({ kind: 'escalation', role: 'hq-service-manager' }),
      );
  });

  it('is open to the engineer on site too', () => {
    given(CASE_AT['on-site']())
      .when(commands.escalate(), { by: anEngineer() })
      .then({
        type: 'FollowUpOpened',
        data: {
          key: 'escalation:centre-director',
          kind: 'escalation',
          reason: 'the customer wants a director',
          tier: 'centre-director',
        },
      });
  });

  it('is completed by the tier it is with or above, and can be asked for again then', () => {
    const asked = CASE_AT.classified().does(commands.escalate(), { by: aClerk() });
    const done = commands.followUpDone('escalation:centre-director');
    given(asked).when(done, { by: aClerk() }).thenRefused('CASE.ESCALATED_ABOVE_YOU', { field: 'data.key' });
    for (const able of [aDirector(), anHqManager()])
      expect(
        tasksOf(asked.does(done, { by: able }).does(commands.escalate(), { by: aClerk() })),
      ).toContainEqual(expect.objectContaining({ kind: 'escalation', role: 'centre-director' }));
  });
});
