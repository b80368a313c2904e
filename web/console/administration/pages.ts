import type { LinkProps } from '@tanstack/react-router';
import type { Bilingual } from '../../shared/language';

interface Page {
  readonly to: NonNullable<LinkProps['to']>;
  readonly names: Bilingual;
}

/** Pages of the administration, in their order. */
export const PAGES: readonly Page[] = [
  { to: '/administration/calendars', names: { en: 'Calendars', zh: '工作日历' } },
  { to: '/administration/policies', names: { en: 'Promises', zh: '时限规则' } },
  { to: '/administration/products', names: { en: 'Products and warranty', zh: '产品与保修' } },
  { to: '/administration/exclusions', names: { en: 'Exclusions', zh: '免责规则' } },
  { to: '/administration/approval-rules', names: { en: 'Approval rules', zh: '审批规则' } },
  { to: '/administration/staff', names: { en: 'Staff', zh: '员工' } },
  { to: '/administration/organisations', names: { en: 'Organisations', zh: '机构' } },
];
