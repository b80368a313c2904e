import type { LinkProps } from '@tanstack/react-router';
import type { Bilingual } from '../../shared/language';
import type { Permission } from '../session';

interface Entry {
  readonly to: NonNullable<LinkProps['to']>;
  readonly names: Bilingual;
  /** The right without which the screen has nothing to show. */
  readonly needs: Permission;
}

/** The main menu, in its order. A screen adds its line here. */
export const MENU: readonly Entry[] = [
  { to: '/cases', names: { en: 'Cases', zh: '服务单' }, needs: 'case.read' },
  { to: '/schedule', names: { en: 'Schedule', zh: '排班派工' }, needs: 'candidate.read' },
  { to: '/approvals', names: { en: 'Approvals', zh: '审批' }, needs: 'approval.read' },
];
