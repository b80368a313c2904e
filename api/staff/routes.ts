import { StaffParams } from '../dispatch/absence-schema';
import { ApiError } from '../http/problems';
import { PROBLEMS } from '../http/schema/common';
import { listStaff, staffMember } from './list';
import { StaffAnswer, StaffListQuery, StaffPage } from './schema';
import type { Routes } from '../context';

/** Colleagues: to whom work is given, and whom to call (R12). */
export const staff: Routes = (app, { database }) => {
  app.get(
    '/v1/staff',
    {
      config: { permission: 'staff.read' },
      schema: {
        operationId: 'listStaff',
        tags: ['organisation'],
        summary: 'Staff of the organisations in sight, and the desks of headquarters and all centres',
        querystring: StaffListQuery,
        response: { 200: StaffPage, ...PROBLEMS },
      },
    },
    ({ principal, query }) => listStaff(database, principal, query),
  );

  app.get(
    '/v1/staff/:id',
    {
      config: { permission: 'staff.read' },
      schema: {
        operationId: 'getStaffMember',
        tags: ['organisation'],
        summary: 'A member of staff, also one who has left',
        params: StaffParams,
        response: { 200: StaffAnswer, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      const member = await staffMember(database, principal, id);
      if (!member) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
      return member;
    },
  );
  return Promise.resolve();
};
