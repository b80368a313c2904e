import { aRequest } from '../../support/requests';
import { note, type Wrong } from './wrong';

const get = (name: string, to: string, expected: string): Wrong => ({ name, to, method: 'GET', expected });

/** Reading and the rest, asked wrongly. */
export const WRONG_READS: readonly Wrong[] = [
  get('an unknown case', '/v1/cases/AS-2001-000001', '404 RESOURCE.NOT_FOUND'),
  get('no number of a case', '/v1/cases/1%27%20OR%201=1', '400 REQUEST.INVALID number'),
  get('a report of an unknown case', '/v1/cases/AS-2001-000001/service-report.pdf', '404 RESOURCE.NOT_FOUND'),
  get(
    'a report in no language of ours',
    '/v1/cases/AS-2026-000001/service-report.pdf?language=fr',
    '400 REQUEST.INVALID language',
  ),
  get('an unknown request', '/v1/requests/RQ-2001-000001', '404 RESOURCE.NOT_FOUND'),
  get('an unknown customer', '/v1/customers/nobody', '404 RESOURCE.NOT_FOUND'),
  get('an unknown unit', '/v1/units/nothing', '404 RESOURCE.NOT_FOUND'),
  get('an unknown address', '/v1/nothing', '404 ROUTE.NOT_FOUND'),
  get('a cursor that is none', '/v1/cases?cursor=abc', '400 REQUEST.INVALID cursor'),
  get('a limit of nought', '/v1/cases?limit=0', '400 REQUEST.INVALID limit'),
  get('a limit of a million', '/v1/cases?limit=1000000', '400 REQUEST.INVALID limit'),
  get('a limit in words', '/v1/cases?limit=ten', '400 REQUEST.INVALID limit'),
  get('an unknown stage', '/v1/cases?stage=lost', '400 REQUEST.INVALID stage.0'),
  get('contracts of no day', '/v1/contracts?onDay=2026-13-01', '400 REQUEST.INVALID onDay'),
  get('an unknown filter', '/v1/cases?colour=red', '400 REQUEST.INVALID colour'),
  get('a broken escape', '/v1/cases/%E0%A4%A', '400 REQUEST.INVALID'),
  get('a NUL in the address', '/v1/customers/%00', '400 REQUEST.INVALID id'),
  {
    name: 'commands to an unknown case',
    to: '/v1/cases/AS-2001-000001/commands',
    body: { commands: [note(1)] },
    expected: '404 RESOURCE.NOT_FOUND',
  },
  {
    name: 'a patch without a version',
    to: '/v1/customers/cus-0001',
    method: 'PATCH',
    body: { city: 'x' },
    expected: '428 PRECONDITION.REQUIRED If-Match',
  },
  {
    name: 'a patch of an old version',
    to: '/v1/customers/cus-0001',
    method: 'PATCH',
    body: { city: 'x' },
    headers: { 'if-match': '"999"' },
    expected: '412 RESOURCE.STALE If-Match',
  },
  {
    name: 'a contract of a customer whom nobody knows',
    to: '/v1/contracts',
    body: {
      number: 'SV-1',
      customerId: 'nobody',
      unitIds: ['unt-0001'],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      labour: 100,
      parts: 100,
      travel: 100,
    },
    by: 'gu.chengan',
    expected: '422 REQUEST.REFERENCE_UNKNOWN customerId',
  },
  {
    name: 'an unknown promise',
    to: '/v1/promises/moon/cases',
    method: 'GET',
    by: 'gu.chengan',
    expected: '404 RESOURCE.NOT_FOUND',
  },
  {
    name: 'a role that may not register',
    to: '/v1/requests',
    body: aRequest(),
    by: 'li.wei',
    expected: '403 AUTH.FORBIDDEN',
  },
];
