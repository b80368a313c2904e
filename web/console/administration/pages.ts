import type { LinkProps } from '@tanstack/react-router';
import type { Bilingual } from '../../shared/language';
import type { Permission } from '../session';

interface Page {
  readonly to: NonNullable<LinkProps['to']>;
  readonly names: Bilingual;
  /** The right without which nothing can be entered there. */
  readonly needs: Permission;
}

/** Pages of the administration, in their order. */
export const PAGES: readonly Page[] = [
  { to: '/administration/calendars', names: { en: 'Calendars', zh: '工作日历' }, needs: 'policy.write' },
  { to: '/administration/policies', names: { en: 'Promises', zh: '时限规则' }, needs: 'policy.write' },
  {
    to: '/administration/products',
    names: { en: 'Products and warranty', zh: '产品与保修' },
    needs: 'policy.write',
  },
  { to: '/administration/exclusions', names: { en: 'Exclusions', zh: '免责规则' }, needs: 'policy.write' },
  {
    to: '/administration/approval-rules',
    names: { en: 'Approval rules', zh: '审批规则' },
    needs: 'policy.write',
  },
  { to: '/administration/staff', names: { en: 'Staff', zh: '员工' }, needs: 'staff.write' },
  {
    to: '/administration/organisations',
    names: { en: 'Organisations', zh: '机构' },
    needs: 'organisation.write',
  },
];
