import { Type } from '@sinclair/typebox';
import { ClockRegisterCache } from '../../activities/clock-registers';
import { progressOf } from '../../domain/case/progress';
import { reportNumber, reportsOf } from '../../domain/case/report/service-report';
import { STAGE_NAMES } from '../../domain/case/terms';
import { clockNamed } from '../../domain/clock/clocks';
import { wallClock } from '../../platform/wall-clock';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import { JoinedRequestPage, JoinedRequestQuery } from './joined-request-schema';
import { ReportVersionPage, ReportVersionQuery } from '../service-reports/schema';
import { versionView } from '../service-reports/view';
import { ApiError } from '../http/problems';
import { readJoinedRequests } from './joined-requests';
import { wholeVersions } from '../service-reports/versions';
import { readingOf, readsReportCosts } from '../access/reading';
import { clockFigures } from './clock-figures';
import { CaseClocks } from './clock-figures-schema';
import { clockView } from './clock-view';
import { CaseProgress } from './progress-schema';
import { stagesEntered } from './stages-entered';
import { readableCase, visibleCase } from './visible-case';
import type { Routes } from '../context';

const params = Type.Object({ number: CaseNumber });

/** Records that may outgrow the view of a case: paged, in full (ADR 37). */
export const caseRecords: Routes = (app, { database, config }) => {
  const registers = new ClockRegisterCache(database);

  app.get(
    '/v1/cases/:number/clocks',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listCaseClocks',
        tags: ['cases'],
        summary: 'The promises of a case with target, used and left time, pauses, and why each is due then',
        params,
        response: { 200: CaseClocks, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      const { processId, state } = await readableCase(database, number, principal);
      const [rows, registersNow] = await Promise.all([
        database.processClock.findMany({
          where: { processId },
          orderBy: [{ startedAt: 'asc' }, { name: 'asc' }],
        }),
        registers.now(),
      ]);
      const now = new Date();
      const inWords = wallClock(config.AFTERCARE_TIME_ZONE);
      const clocks = rows.map((row) => {
        const record = clockNamed(state.clocks, row.name);
        const figures = record ? clockFigures(record, { registers: registersNow, now, inWords }) : null;
        return { ...clockView(row, now), figures };
      });
      return { caseNumber: number, asOf: now.toISOString(), clocks };
    },
  );

  app.get(
    '/v1/cases/:number/joined-requests',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listJoinedRequests',
        tags: ['cases'],
        summary: 'The requests that were joined to a case, as they came, each whole',
        params,
        querystring: JoinedRequestQuery,
        response: { 200: JoinedRequestPage, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query }) =>
      readJoinedRequests(database, await visibleCase(database, number, principal), query),
  );

  app.get(
    '/v1/cases/:number/report-versions',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listReportVersions',
        tags: ['cases'],
        summary: 'The versions of a service report, oldest first, each whole',
        params,
        querystring: ReportVersionQuery,
        response: { 200: ReportVersionPage, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query: { report, after = 0, limit = 10 } }) => {
      const { processId, state } = await visibleCase(database, number, principal);
      const reading = readingOf(principal);
      const reports = reportsOf(state);
      const nth = report ?? Math.max(reports.length, 1);
      const versions = reports[nth - 1];
      if (!versions) throw new ApiError('RESOURCE.NOT_FOUND', { what: reportNumber(number, nth) });
      const page = versions.slice(after, after + limit);
      const whole = await wholeVersions(database, processId, nth, page);
      const last = after + page.length;
      return {
        items: whole.map((version) => versionView(version, readsReportCosts(reading, version, versions))),
        later: page.length > 0 && last < versions.length ? last : null,
      };
    },
  );

  app.get(
    '/v1/cases/:number/progress',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'getCaseProgress',
        tags: ['cases'],
        summary: 'The stages of a case: those it went through, where it is, what is ahead, what was left out',
        params,
        response: { 200: CaseProgress, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      const { processId, state } = await readableCase(database, number, principal);
      const entered = await stagesEntered(database, processId);
      return {
        items: progressOf(state.requestType, entered).map(({ stage, standing, at }) => ({
          stage,
          names: STAGE_NAMES[stage],
          standing,
          at: at ?? null,
        })),
      };
    },
  );
  return Promise.resolve();
};
