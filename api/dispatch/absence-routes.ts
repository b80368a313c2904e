import { Type } from '@sinclair/typebox';
import { mayShowAbsence } from '../../domain/dispatch/absence';
import {
  AbsenceAnswer,
  AbsenceHeaders,
  AbsenceList,
  AbsenceParams,
  NewAbsence,
  StaffParams,
} from './absence-schema';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import type { Routes } from '../context';
import { absencesOf, absenceView, registerAbsence, visibleEngineer, withdrawAbsence } from './absences';
import { readInstant } from '../http/instants';
import { badRequest } from '../http/problems';

/** Absences of engineers (R12): a visit cannot be scheduled during one. */
export const absences: Routes = (app, { database }) => {
  app.get(
    '/v1/staff/:id/absences',
    {
      config: { permission: 'absence.read' },
      schema: {
        operationId: 'listAbsences',
        tags: ['dispatch'],
        summary: 'Absences of an engineer, with the visits that are booked in them still',
        params: StaffParams,
        response: { 200: AbsenceList, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      const engineer = await visibleEngineer(database, id, principal);
      const rows = await absencesOf(database, engineer, new Date());
      const showsReason = mayShowAbsence(principal.actor, engineer);
      return { items: await Promise.all(rows.map((row) => absenceView(database, row, showsReason))) };
    },
  );

  app.post(
    '/v1/staff/:id/absences',
    {
      config: { permission: 'absence.write' },
      schema: {
        operationId: 'registerAbsence',
        tags: ['dispatch'],
        summary: 'Register an absence; the answer names the visits that need another engineer',
        params: StaffParams,
        headers: AbsenceHeaders,
        body: NewAbsence,
        response: {
          201: AbsenceAnswer,
          ...PROBLEMS,
          409: problemResponse('ABSENCE.OVERLAPS'),
          422: problemResponse('IDEMPOTENCY.KEY_REUSED'),
        },
      },
    },
    async ({ params: { id }, principal, body, headers, log }, reply) => {
      const engineer = await visibleEngineer(database, id, principal);
      const from = new Date(readInstant(body.from, 'from'));
      const to = new Date(readInstant(body.to, 'to'));
      if (to <= from)
        throw badRequest('to', { en: 'the end must be after the start', zh: '结束时间须晚于开始时间' });
      const row = await registerAbsence(
        database,
        engineer,
        { from, to, reason: body.reason, key: headers['idempotency-key'] },
        principal,
      );
      log.info({ absence: row.id, engineerId: id, by: principal.actor.id }, 'absence registered');
      return reply.status(201).send(await absenceView(database, row, true));
    },
  );

  app.delete(
    '/v1/staff/:id/absences/:absenceId',
    {
      config: { permission: 'absence.write' },
      schema: {
        operationId: 'withdrawAbsence',
        tags: ['dispatch'],
        summary: 'Withdraw an absence',
        params: AbsenceParams,
        response: { 204: Type.Null({ description: 'Withdrawn' }), ...PROBLEMS },
      },
    },
    async ({ params: { id, absenceId }, principal, log }, reply) => {
      const engineer = await visibleEngineer(database, id, principal);
      await withdrawAbsence(database, engineer, absenceId, principal);
      log.info({ absence: absenceId, engineerId: id, by: principal.actor.id }, 'absence withdrawn');
      return reply.status(204).send(null);
    },
  );
  return Promise.resolve();
};
