import { Type } from '@sinclair/typebox';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import { CustomerChargesView } from '../cases/charges-schema';
import { literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const CustomerReports = Type.Array(
  Type.Object({
    report: Type.Integer({ description: '`?report=` of the PDF' }),
    number: Type.String(),
    version: Type.Integer({ description: 'Above 1: it was corrected' }),
    reportedAt: At,
    correctedAt: Nullable(At),
  }),
  { description: 'The service report of each time that the unit was served (R18), the latest last' },
);

export const ChargesOfReports = Type.Array(
  Type.Object({
    report: Type.Integer({ description: 'As in `reports`' }),
    ...CustomerChargesView.properties,
  }),
  { description: 'What the customer pays for each service: price, what is covered of it, tax and total' },
);

export const CustomerVisits = Type.Array(
  Type.Object({
    visit: Type.Integer({ description: 'Its number in the address of its PDF' }),
    number: Type.String({ examples: ['AS-2026-000001-V1'] }),
    engineer: Type.String(),
    departedAt: Nullable(At),
    arrivedAt: Nullable(At),
    leftAt: Nullable(At),
    outcome: literals(TRIP_OUTCOMES),
    reason: Nullable(literals(UNFINISHED_REASONS)),
  }),
  { description: 'Every visit that was made, whatever came of it (R18)' },
);

export const CUSTOMER_PAPERS_EXAMPLE = {
  reports: [
    {
      report: 1,
      number: 'AS-2026-000001-R1',
      version: 1,
      reportedAt: '2026-11-20T05:00:00.000Z',
      correctedAt: null,
    },
  ],
  charges: [
    {
      report: 1,
      kind: 'free',
      currency: null,
      invoiceNumber: null,
      lines: [],
      priceCents: 0,
      coveredCents: 0,
      netCents: 0,
      taxCents: 0,
      totalCents: 0,
    },
  ],
  visits: [
    {
      visit: 1,
      number: 'AS-2026-000001-V1',
      engineer: '李巍',
      departedAt: '2026-11-20T01:00:00.000Z',
      arrivedAt: '2026-11-20T02:00:00.000Z',
      leftAt: '2026-11-20T05:00:00.000Z',
      outcome: 'repaired',
      reason: null,
    },
  ],
};
