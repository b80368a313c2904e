import { Type } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { noticeOf, organisationNames } from '../../platform/notice';
import type { Routes } from '../context';
import { iso, oneOf } from '../http/one-of';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import { CaseMessages, DELIVERY_STATES } from './message-schema';
import { visibleCase } from './visible-case';

/** The latest are enough to answer a customer who says that no message came. */
const MOST = 50;

/** Messages of a case to those outside the company. */
export const caseMessages: Routes = (app, { database, config }) => {
  const timeZone = config.AFTERCARE_TIME_ZONE;
  app.get(
    '/v1/cases/:number/messages',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listCaseMessages',
        tags: ['cases'],
        summary: 'Messages of a case to its customer, the latest first, and what became of each',
        params: Type.Object({ number: CaseNumber }),
        response: { 200: CaseMessages, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      const { processId } = await visibleCase(database, number, principal);
      const rows = await database.notification.findMany({
        where: { processId, staffId: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MOST,
      });
      const organisation = await organisationNames(database, rows);
      return {
        caseNumber: number,
        items: rows.map((row) => ({
          template: row.template,
          title: noticeOf(row, { language: oneOf(LANGUAGES, row.language), timeZone, organisation }).title,
          createdAt: row.createdAt.toISOString(),
          state: oneOf(DELIVERY_STATES, row.state),
          channel: row.channel,
          attempts: row.attempts,
          reason: row.reason,
          settledAt: iso(row.settledAt),
        })),
      };
    },
  );
  return Promise.resolve();
};
