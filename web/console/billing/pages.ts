import type { LinkProps } from '@tanstack/react-router';
import type { Bilingual } from '../../shared/language';
import type { Permission } from '../session';
import { WAITING } from './filters';

interface Page {
  readonly to: NonNullable<LinkProps['to']>;
  readonly search?: LinkProps['search'];
  readonly names: Bilingual;
  readonly needs: Permission;
}

/** Pages of billing, in their order. */
export const PAGES: readonly Page[] = [
  { to: '/billing/quotes', search: WAITING, names: { en: 'Quotes', zh: '报价单' }, needs: 'case.read' },
  { to: '/billing/invoices', names: { en: 'Invoices', zh: '账单' }, needs: 'money.read' },
  { to: '/billing/credit-notes', names: { en: 'Credit notes', zh: '红字账单' }, needs: 'money.read' },
  { to: '/billing/prices', names: { en: 'Prices', zh: '价格' }, needs: 'price.read' },
];
