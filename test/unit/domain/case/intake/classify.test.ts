import { describe, it } from '@jest/globals';
import { CENTRE } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { clockFactsChanged, clockStarted } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

describe('Identifying the customer (R2)', () => {
  const unknown = aCase({ customer: commands.PROSPECT });

  it('brings the customer, the unit, the region and its level', () => {
    const data = { unit: commands.UNIT, regionId: 'centre-west', serviceLevel: 'B' } as const;
    given(unknown)
      .when(commands.identifyCustomer(data))
      .then(
        { type: 'CustomerIdentified', data: { customer: commands.CUSTOMER, ...data } },
        clockFactsChanged('answer', { serviceLevel: 'B', warranty: 'in-warranty' }, unknown.now),
      );
    given(unknown).when(commands.identifyCustomer(data)).thenState({
      customer: commands.CUSTOMER,
      regionId: 'centre-west',
      serviceLevel: 'B',
      warranty: 'in-warranty',
    });
  });

  it('after dispatch leaves the case with those who were sent, at their level (R11)', () => {
    const dispatched = aCase().answered().classified().dispatched();
    given(dispatched)
      .when(commands.identifyCustomer({ regionId: 'centre-west', serviceLevel: 'A' }))
      .thenState({ regionId: CENTRE, serviceLevel: 'B', clocks: dispatched.state.clocks });
  });

  it('comes before the classification', () => {
    given(unknown.answered()).when(commands.classify()).thenRefused('CASE.CUSTOMER_UNKNOWN');
    given(unknown.answered().identified()).when(commands.classify()).thenState({ stage: 'classified' });
  });
});

describe('Classifying (R3)', () => {
  it('promises a resolution by type, from the receipt', () => {
    const before = aCase({ unit: commands.UNIT }).answered();
    given(before)
      .when(commands.classify({ requestType: 'refund', priority: 'high' }))
      .then(
        {
          type: 'CaseClassified',
          data: { requestType: 'refund', priority: 'high', symptom: 'hums', warranty: 'in-warranty' },
        },
        clockStarted(
          'resolution',
          commands.RECEIVED_AT,
          {
            requestType: 'refund',
            priority: 'high',
            warranty: 'in-warranty',
            serviceLevel: 'A',
          },
          undefined,
          before.now,
        ),
      );
  });

  it('anew changes the promise’s policy, and not its start', () => {
    const before = aCase().answered().classified();
    given(before)
      .when(
        commands.classify({
          requestType: 'consultation',
          unit: { ...commands.UNIT, warranty: 'out-of-warranty' },
        }),
      )
      .thenAmongOthers(
        clockFactsChanged(
          'resolution',
          {
            requestType: 'consultation',
            priority: 'normal',
            warranty: 'out-of-warranty',
            serviceLevel: 'A',
          },
          before.now,
        ),
      );
  });

  it('knows nothing of a warranty where no unit is named (R6)', () => {
    given(aCase().answered()).when(commands.classify()).thenState({ warranty: 'unknown' });
  });
});
