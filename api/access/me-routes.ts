import { isPermitted, PERMISSIONS, type Permission } from '../../domain/identity/permissions';
import type { ApiDependencies, Routes } from '../context';
import { PROBLEMS } from '../http/schema/common';
import { ApiError } from '../http/problems';
import { zonesOfCalendars } from '../units/zone';
import { MeAnswer } from './schema';
import { viewOf } from './staff-view';

/** The caller with their rights: a console begins with it, and asks for it again after a reload. */
export const me: Routes = (app, { config, database }) => {
  app.get(
    '/v1/me',
    {
      config: { permission: 'task.read' },
      // The answer has the CSRF token.
      compress: false,
      schema: {
        summary: 'Who I am and what I may do',
        operationId: 'getMe',
        tags: ['identity'],
        response: { 200: MeAnswer, 401: PROBLEMS[401], 403: PROBLEMS[403], 503: PROBLEMS[503] },
      },
    },
    async ({ principal, credential }) => {
      const { actor, scope } = principal;
      const staff = await app.staffDirectory.find({ kind: 'id', id: actor.id });
      if (!staff) throw new ApiError('AUTH.TOKEN_INVALID');
      const { calendar } = staff.organisation;
      const zones = await zonesOfCalendars(database, [calendar]);
      return {
        ...viewOf(staff),
        permissions: permissionNames.filter((permission) => isPermitted(actor, permission)),
        scope,
        timeZone: zones.get(calendar) ?? config.AFTERCARE_TIME_ZONE,
        workflowUrl: isPermitted(actor, 'payload.decode') ? workflowUrlOf(config) : null,
        session: {
          by: credential.sought.kind === 'session' ? ('cookie' as const) : ('token' as const),
          endsAt: credential.endsAt?.toISOString() ?? null,
          csrfToken: credential.csrfToken ?? null,
        },
      };
    },
  );
  return Promise.resolve();
};

/** A workflow's id is the number of its process, and without the id of a run the page shows the latest. */
const workflowUrlOf = ({
  AFTERCARE_TEMPORAL_UI_URL: ui,
  TEMPORAL_NAMESPACE: namespace,
}: ApiDependencies['config']): string | null =>
  ui === undefined
    ? null
    : `${ui.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows/{processId}`;

const isPermissionName = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);
const permissionNames = Object.keys(PERMISSIONS).filter(isPermissionName);
