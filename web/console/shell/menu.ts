import type { LinkProps } from '@tanstack/react-router';
import type { Bilingual } from '../../shared/language';
import type { Me, Permission } from '../session';

export interface Entry {
  readonly to: NonNullable<LinkProps['to']>;
  readonly names: Bilingual;
  /** The right without which the screen has nothing to show. */
  readonly needs: Permission;
  /** The screen is for these people alone, whatever others may do. */
  readonly isFor?: (me: Me) => boolean;
}

const isEngineer = ({ roles }: Me): boolean => roles.includes('repair-engineer');
/** True for those who keep a depot or count it; the engineers of an outlet keep its store. */
const isOfDepot = (me: Me): boolean =>
  me.roles.includes('warehouse-keeper') ||
  me.roles.includes('stock-accountant') ||
  (isEngineer(me) && me.scope.kind === 'outlet');

/** The main menu, in its order. A screen adds its line here. */
export const MENU: readonly Entry[] = [
  { to: '/day', names: { en: 'My day', zh: '我的日程' }, needs: 'trip.read', isFor: isEngineer },
  { to: '/inbox', names: { en: 'Inbox', zh: '待办' }, needs: 'task.read' },
  { to: '/call', names: { en: 'New call', zh: '来电登记' }, needs: 'request.register' },
  { to: '/cases', names: { en: 'Cases', zh: '服务单' }, needs: 'case.read' },
  { to: '/schedule', names: { en: 'Schedule', zh: '排班派工' }, needs: 'candidate.read' },
  { to: '/approvals', names: { en: 'Approvals', zh: '审批' }, needs: 'approval.read' },
  { to: '/customers', names: { en: 'Customers', zh: '客户' }, needs: 'customer.read' },
  {
    to: '/parts',
    names: { en: 'Parts', zh: '备件' },
    needs: 'partsOrder.read',
    isFor: isOfDepot,
  },
  { to: '/billing', names: { en: 'Billing', zh: '结算' }, needs: 'money.read' },
  { to: '/risk', names: { en: 'At risk', zh: '时限风险' }, needs: 'case.handOver' },
  { to: '/figures', names: { en: 'Figures', zh: '统计' }, needs: 'repairQuality.read' },
  { to: '/text-modules', names: { en: 'Text modules', zh: '常用语' }, needs: 'request.register' },
  { to: '/administration', names: { en: 'Administration', zh: '系统设置' }, needs: 'staff.write' },
];
