import { Type } from '@sinclair/typebox';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import {
  CalendarList,
  CalendarVersion,
  NewCalendarVersion,
  NewPolicy,
  PolicyAnswer,
  PolicyList,
} from './schema';
import { builtInRows, policyView, versionView } from './view';
import { addCalendarVersion } from './add-calendar-version';
import { addPolicy, type Added } from './add-policy';
import { previewDraft } from './preview';
import { PreviewAnswer, PreviewQuestion } from './preview-schema';
import { Recalculator } from './recalculator';
import type { Routes } from '../context';

const WRITE_PROBLEMS = {
  ...PROBLEMS,
  409: problemResponse('POLICY.EXISTS: that name or instant is taken by something else'),
  422: problemResponse('POLICY.INVALID, POLICY.RETROACTIVE, REQUEST.REFERENCE_UNKNOWN'),
};
const IN_THE_BACKGROUND =
  'Nothing that was in force is rewritten. Promises that run and fall under it are reckoned anew in the background, from their start and with every pause kept. Sent again it answers 200 and changes nothing.';

/** Policies of promises, and working calendars (R3, R4). */
export const policies: Routes = (app, dependencies) => {
  const { database } = dependencies;
  const recalculator = new Recalculator(dependencies);
  app.addHook('onReady', (done) => {
    recalculator.resume();
    done();
  });
  app.addHook('onClose', () => recalculator.close());

  app.get(
    '/v1/policies',
    {
      config: { permission: 'policy.read' },
      schema: {
        operationId: 'listPolicies',
        tags: ['policies'],
        summary: 'How long each promise runs, and who hears of it: past, present and to come',
        response: { 200: PolicyList, ...PROBLEMS },
      },
    },
    async () => {
      const rows = await database.clockPolicy.findMany({
        orderBy: [{ clock: 'asc' }, { effectiveFrom: 'desc' }, { id: 'asc' }],
      });
      return { items: [...rows, ...builtInRows(rows)].map(policyView) };
    },
  );

  app.post(
    '/v1/policies',
    {
      config: { permission: 'policy.write' },
      schema: {
        operationId: 'addPolicy',
        tags: ['policies'],
        summary: 'Promise otherwise from an instant on',
        description: IN_THE_BACKGROUND,
        body: NewPolicy,
        response: { 200: PolicyAnswer, 201: PolicyAnswer, ...WRITE_PROBLEMS },
      },
    },
    async (request, reply) => {
      const added = await addPolicy(database, request.body, authorOf(request));
      tell(request.log, request.principal.actor.id, { policyId: added.row.id }, added);
      return reply.status(added.change ? 201 : 200).send(policyView(added.row));
    },
  );

  app.post(
    '/v1/policies/preview',
    {
      config: { permission: 'policy.write' },
      schema: {
        operationId: 'previewPromise',
        tags: ['policies'],
        summary: 'When a promise would be due now, and under a policy or a calendar that is not saved yet',
        description: 'Computed as clocks are, without pauses. Nothing is saved.',
        body: PreviewQuestion,
        response: { 200: PreviewAnswer, ...PROBLEMS, 422: WRITE_PROBLEMS[422] },
      },
    },
    ({ body }) => previewDraft(database, body),
  );

  app.get(
    '/v1/calendars',
    {
      config: { permission: 'policy.read' },
      schema: {
        operationId: 'listCalendars',
        tags: ['policies'],
        summary: 'The working calendars, each with its versions, latest first',
        response: { 200: CalendarList, ...PROBLEMS },
      },
    },
    async () => {
      const rows = await database.calendar.findMany({
        orderBy: [{ code: 'asc' }, { effectiveFrom: 'desc' }],
      });
      const codes = [...new Set(rows.map(({ code }) => code))];
      return {
        items: codes.map((code) => ({
          code,
          versions: rows.filter((row) => row.code === code).map(versionView),
        })),
      };
    },
  );

  app.post(
    '/v1/calendars/:code/versions',
    {
      config: { permission: 'policy.write' },
      schema: {
        operationId: 'addCalendarVersion',
        tags: ['policies'],
        summary: 'Work other hours from an instant on',
        description: IN_THE_BACKGROUND,
        params: Type.Object({ code: Id }),
        body: NewCalendarVersion,
        response: { 200: CalendarVersion, 201: CalendarVersion, ...WRITE_PROBLEMS },
      },
    },
    async (request, reply) => {
      const { code } = request.params;
      const added = await addCalendarVersion(database, code, request.body, authorOf(request));
      const what = { calendar: code, effectiveFrom: added.row.effectiveFrom };
      tell(request.log, request.principal.actor.id, what, added);
      return reply.status(added.change ? 201 : 200).send(versionView(added.row));
    },
  );

  const authorOf = ({ principal }: { readonly principal: { readonly actor: { readonly id: string } } }) => ({
    by: principal.actor.id,
    now: new Date(),
  });

  function tell(log: typeof app.log, by: string, what: object, { change }: Added<unknown>): void {
    log.info({ ...what, by, isNew: change !== undefined }, 'policy');
    if (change) recalculator.take(change);
  }

  return Promise.resolve();
};
