import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { NotHere, Shell } from './shell/shell';
import { Failed, Loading } from './shell/states';
import { approvalFilters } from './approvals/filters';
import { caseFilters } from './cases/filters';
import { scheduleFilters } from './schedule/filters';

const root = createRootRoute({ component: Shell, notFoundComponent: NotHere });

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: approvalFilters,
  component: lazyRouteComponent(() => import('./approvals/approvals'), 'Approvals'),
});

const oneApproval = createRoute({
  getParentRoute: () => approvals,
  path: '$id',
  component: lazyRouteComponent(() => import('./approvals/approval-page'), 'ApprovalPage'),
});

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
      throw redirect({ to: '/cases' });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: caseFilters,
    component: lazyRouteComponent(() => import('./cases/case-list'), 'CaseList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$number',
    component: lazyRouteComponent(() => import('./case/case-page'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/schedule',
    validateSearch: scheduleFilters,
    component: lazyRouteComponent(() => import('./schedule/schedule-page'), 'SchedulePage'),
  }),
  approvals.addChildren([oneApproval]),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
