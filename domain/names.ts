import { APPROVAL_KIND_NAMES, APPROVAL_STATUS_NAMES, WITHDRAWAL_NAMES } from './approval/terms';
import type { Bilingual, Language } from './bilingual';
import type { CaseCommandType } from './case/commands';
import { ROLE_NAMES } from './identity/roles';
import type { OrderCommandType } from './parts-order/commands';
import { saidOf } from './processes';

const COMMANDS: Readonly<Record<CaseCommandType | OrderCommandType, Bilingual>> = saidOf('commandNames');

const NAMES: ReadonlyMap<string, Bilingual> = new Map<string, Bilingual>([
  ...Object.entries(saidOf('codes')),
  ...Object.entries(COMMANDS),
  // Aftercare's own: no person gives them.
  ['elapseClock', { en: 'process a deadline', zh: '时限到期处理' }],
  ['settleCall', { en: 'record the answer of another system', zh: '登记外部系统答复' }],
  ...Object.entries(APPROVAL_KIND_NAMES),
  ...Object.entries(APPROVAL_STATUS_NAMES),
  ...Object.entries(ROLE_NAMES),
  ...Object.entries(WITHDRAWAL_NAMES),
  ['answered-by-customer', { en: 'through the link', zh: '通过链接提交' }],
  [
    'answered-by-staff',
    { en: 'by our staff with the answer you gave', zh: '由我们的工作人员按您的答复登记' },
  ],
  ['none', { en: 'none', zh: '无' }],
  ['line', { en: 'line', zh: '行' }],
  ['purchase', { en: 'purchase', zh: '采购' }],
  ['shipment', { en: 'shipment', zh: '发货' }],
]);

/** Codes of the rules (`surveyed, revisited`) as a person reads them; what is no code stays as it is. */
export const inWords = (codes: string, language: Language): string =>
  codes
    .split(', ')
    .map((code) => NAMES.get(code)?.[language] ?? code)
    .join(language === 'zh' ? '、' : ', ');
