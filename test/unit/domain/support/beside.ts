import fc from 'fast-check';
import * as commands from './commands';

/** What is written or sent beside the flow. */
export const paperwork = fc.constantFrom(
  commands.attach(),
  commands.attach(commands.aFile({ id: 'att-2' })),
  commands.amendReport({ labourMinutes: 60 }),
  commands.amendReport({ partsCostCents: 5_000 }),
  commands.amendReport({ partsCostCents: 5_500, signedBy: 'Lin' }),
);

/** The ways of an offer, but for its acceptance. */
export const offering = [
  commands.offer(),
  commands.offer({ appointment: { ...commands.APPOINTMENT, to: '2027-01-01T00:00:00.000Z' } }),
  commands.declineOffer(),
  commands.withdrawOffer(),
];
