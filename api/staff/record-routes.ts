import { AdministrationChanges, changesOf } from '../administration/changes';
import type { Routes } from '../context';
import { StaffParams } from '../dispatch/absence-schema';
import { etagOf, versionRead } from '../http/conditional';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { ApiError } from '../http/problems';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { IdempotencyHeaders, WriteHeaders } from '../http/schema/headers';
import { countryOf } from '../requests/contact-input';
import { addStaff } from './add';
import { correctStaff } from './correct';
import { giveTemporaryPassword } from './temporary-password';
import { recordOf, staffRow } from './record';
import { NewStaff, TemporaryPassword, StaffPatch, StaffRecord } from './record-schema';

const WRONG = 'REQUEST.REFERENCE_UNKNOWN, REQUEST.PHONE_INVALID, REQUEST.EMAIL_INVALID, STAFF.ROLE_MISPLACED';
const WRITE_PROBLEMS = {
  ...PROBLEMS,
  403: problemResponse('AUTH.FORBIDDEN, STAFF.ABOVE_YOU, STAFF.OWN_RIGHTS'),
  422: problemResponse(WRONG),
};

/** Entries of staff: who works here, where, with which rights (R12). */
export const staffRecords: Routes = (app, { config, database }) => {
  app.post(
    '/v1/staff',
    {
      config: { permission: 'staff.write' },
      schema: {
        operationId: 'addStaff',
        tags: ['organisation'],
        summary: 'Enter somebody who works here from now on',
        description:
          'They have no password yet: give them a temporary password. Sent again under the same key it answers 200 with the entry that the key made.',
        headers: IdempotencyHeaders,
        body: NewStaff,
        response: {
          200: StaffRecord,
          201: StaffRecord,
          ...WRITE_PROBLEMS,
          409: problemResponse('STAFF.LOGIN_TAKEN, STAFF.SUBJECT_TAKEN'),
          422: problemResponse(`${WRONG}, IDEMPOTENCY.KEY_REUSED`),
        },
      },
    },
    async ({ headers, body, principal, log }, reply) => {
      const key = idempotencyKeyOf(headers);
      const country = countryOf(config);
      const { row, isNew } = await addStaff(database, { file: body, country, by: principal, key });
      log.info({ entered: row.id, isNew }, 'member of staff entered');
      return reply
        .status(isNew ? 201 : 200)
        .header('location', `/v1/staff/${row.id}`)
        .header('etag', etagOf(row.version))
        .send(await recordOf(database, principal, row));
    },
  );

  app.get(
    '/v1/staff/:id/record',
    {
      config: { permission: 'staff.write' },
      schema: {
        operationId: 'getStaffRecord',
        tags: ['organisation'],
        summary: 'The entry of a member of staff, with the work that is in their hands',
        params: StaffParams,
        response: { 200: StaffRecord, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }, reply) => {
      const row = await staffRow(database, principal, id);
      void reply.header('etag', etagOf(row.version)).header('cache-control', 'private, no-cache');
      return recordOf(database, principal, row);
    },
  );

  app.patch(
    '/v1/staff/:id',
    {
      config: { permission: 'staff.write' },
      schema: {
        operationId: 'correctStaff',
        tags: ['organisation'],
        summary: 'Correct the entry of a member of staff, move them, or end their access',
        description:
          'Who leaves is logged out everywhere. Work in their hands has to be handed over first, unless `leavesWork` says that it stays: they cannot be moved, nor lose the role it needs, with it. Work that stays is shown to others of its role at that place.',
        params: StaffParams,
        headers: WriteHeaders,
        body: StaffPatch,
        response: {
          200: StaffRecord,
          ...WRITE_PROBLEMS,
          409: problemResponse(
            'STAFF.HAS_WORK, STAFF.LAST_ADMINISTRATOR, STAFF.LOGIN_TAKEN, STAFF.SUBJECT_TAKEN',
          ),
          412: problemResponse('RESOURCE.STALE'),
          428: problemResponse('PRECONDITION.REQUIRED'),
        },
      },
    },
    async ({ params: { id }, headers, body, principal, log }, reply) => {
      await staffRow(database, principal, id);
      const row = await correctStaff(database, {
        id,
        version: versionRead(headers['if-match']),
        patch: body,
        country: countryOf(config),
        by: principal,
      });
      app.staffDirectory.forgetPerson(id);
      log.info({ corrected: id, fields: Object.keys(body) }, 'entry of staff corrected');
      void reply.header('etag', etagOf(row.version));
      return recordOf(database, principal, row);
    },
  );

  app.post(
    '/v1/staff/:id/password',
    {
      config: { permission: 'staff.write' },
      // The answer has the password.
      compress: false,
      schema: {
        operationId: 'giveTemporaryPassword',
        tags: ['organisation'],
        summary: 'Give a member of staff a temporary password, in place of the one they have',
        description:
          'With it they choose their own at the login, within a week. It is shown in this answer alone, and ends all their sessions.',
        params: StaffParams,
        response: {
          200: TemporaryPassword,
          ...PROBLEMS,
          403: problemResponse('AUTH.FORBIDDEN, STAFF.ABOVE_YOU, STAFF.OWN_RIGHTS'),
          409: problemResponse('STAFF.HAS_LEFT, STAFF.PASSWORD_ELSEWHERE'),
        },
      },
    },
    async ({ params: { id }, principal, log }, reply) => {
      if (!app.builtInTokens) throw new ApiError('STAFF.PASSWORD_ELSEWHERE');
      const { password, until } = await giveTemporaryPassword(database, principal, id);
      app.staffDirectory.forgetPerson(id);
      log.info({ givenTo: id }, 'temporary password given');
      void reply.header('cache-control', 'no-store');
      return { password, until: until.toISOString() };
    },
  );

  app.get(
    '/v1/staff/:id/changes',
    {
      config: { permission: 'staff.write' },
      schema: {
        operationId: 'listStaffChanges',
        tags: ['organisation'],
        summary: 'Who gave a member of staff which rights, and when',
        params: StaffParams,
        response: { 200: AdministrationChanges, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      await staffRow(database, principal, id);
      return changesOf(database, 'staff', id);
    },
  );
  return Promise.resolve();
};
