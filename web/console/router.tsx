import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { NotHere, Shell } from './shell/shell';
import { Start } from './shell/start';
import { Failed, Loading } from './shell/states';
import { staffFilters } from './administration/filters';
import { approvalFilters } from './approvals/filters';
import { creditNoteFilters, invoiceFilters, priceFilters, quoteFilters, WAITING } from './billing/filters';
import { caseSearch } from './cases/filters';
import { figureFilters } from './figures/filters';
import { riskFilters } from './risk/filters';
import { scheduleFilters } from './schedule/filters';
import { callNumber } from './call/search';
import { inboxFilters } from './inbox/filters';
import { customerFilters } from './customers/filters';
import { partsFilters } from './parts/filters';

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
    component: Start,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: caseSearch,
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
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    validateSearch: inboxFilters,
    component: lazyRouteComponent(() => import('./inbox/inbox'), 'Inbox'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/call',
    validateSearch: callNumber,
    component: lazyRouteComponent(() => import('./call/call-page'), 'CallPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers',
    validateSearch: customerFilters,
    component: lazyRouteComponent(() => import('./customers/customer-list'), 'CustomerList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers/$id',
    component: lazyRouteComponent(() => import('./customers/customer-page'), 'CustomerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/units/$id',
    component: lazyRouteComponent(() => import('./customers/unit-page'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/parts',
    validateSearch: partsFilters,
    component: lazyRouteComponent(() => import('./parts/parts-page'), 'PartsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/parts-orders/$number',
    component: lazyRouteComponent(() => import('./parts/order-page'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./account/account-page'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/risk',
    validateSearch: riskFilters,
    component: lazyRouteComponent(() => import('./risk/risk-page'), 'RiskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/text-modules',
    component: lazyRouteComponent(() => import('./snippets/text-modules-page'), 'TextModulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figures',
    validateSearch: figureFilters,
    component: lazyRouteComponent(() => import('./figures/figures-page'), 'FiguresPage'),
  }),
];

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(() => import('./administration/frame'), 'AdministrationFrame'),
});
const administrationPages = [
  createRoute({
    getParentRoute: () => administration,
    path: '/',
    component: lazyRouteComponent(() => import('./administration/frame'), 'AdministrationStart'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/calendars',
    component: lazyRouteComponent(() => import('./administration/calendars'), 'Calendars'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/policies',
    component: lazyRouteComponent(() => import('./administration/policies'), 'Policies'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/products',
    component: lazyRouteComponent(() => import('./administration/products'), 'Products'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/exclusions',
    component: lazyRouteComponent(() => import('./administration/exclusions'), 'Exclusions'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/approval-rules',
    component: lazyRouteComponent(() => import('./administration/approval-rules'), 'ApprovalRules'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/staff',
    validateSearch: staffFilters,
    component: lazyRouteComponent(() => import('./administration/staff'), 'Staff'),
  }),
  createRoute({
    getParentRoute: () => administration,
    path: '/organisations',
    component: lazyRouteComponent(() => import('./administration/organisations'), 'Organisations'),
  }),
];

const billing = createRoute({
  getParentRoute: () => root,
  path: '/billing',
  component: lazyRouteComponent(() => import('./billing/frame'), 'BillingFrame'),
});
const billingPages = [
  createRoute({
    getParentRoute: () => billing,
    path: '/',
    beforeLoad: () => redirect({ to: '/billing/quotes', search: WAITING, replace: true, throw: true }),
  }),
  createRoute({
    getParentRoute: () => billing,
    path: '/quotes',
    validateSearch: quoteFilters,
    component: lazyRouteComponent(() => import('./billing/quotes'), 'Quotes'),
  }),
  createRoute({
    getParentRoute: () => billing,
    path: '/invoices',
    validateSearch: invoiceFilters,
    component: lazyRouteComponent(() => import('./billing/invoices'), 'Invoices'),
  }),
  createRoute({
    getParentRoute: () => billing,
    path: '/credit-notes',
    validateSearch: creditNoteFilters,
    component: lazyRouteComponent(() => import('./billing/credit-notes'), 'CreditNotes'),
  }),
  createRoute({
    getParentRoute: () => billing,
    path: '/prices',
    validateSearch: priceFilters,
    component: lazyRouteComponent(() => import('./billing/prices'), 'Prices'),
  }),
];

const phone = createRoute({
  getParentRoute: () => root,
  id: 'phone',
  component: lazyRouteComponent(() => import('./day/day-frame'), 'DayFrame'),
});
const phonePages = [
  createRoute({
    getParentRoute: () => phone,
    path: '/day',
    component: lazyRouteComponent(() => import('./day/day-page'), 'DayPage'),
  }),
  createRoute({
    getParentRoute: () => phone,
    path: '/day/$number',
    component: lazyRouteComponent(() => import('./day/visit-page'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute: () => phone,
    path: '/day/$number/$command',
    validateSearch: ({ entry }: Record<string, unknown>): { readonly entry?: number } =>
      typeof entry === 'number' ? { entry } : {},
    component: lazyRouteComponent(() => import('./day/command-page'), 'CommandPage'),
  }),
  createRoute({
    getParentRoute: () => phone,
    path: '/outbox',
    component: lazyRouteComponent(() => import('./outbox/outbox-page'), 'OutboxPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([
    ...routes,
    billing.addChildren(billingPages),
    administration.addChildren(administrationPages),
    phone.addChildren(phonePages),
  ]),
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
