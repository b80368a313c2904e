import type { TestApi } from '../../support/api';
import { aCase, CLERK, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';
import { anOrder } from '../parts-orders/order-row';
import { aRequestRow } from '../support/rows';

export const UNIT = {
  id: 'unt-0001',
  serial: 'SC75F-2103-0351',
  productCode: 'SC-75F',
  productNameEn: 'SC-75F fixed-speed screw compressor, 75 kW',
  productNameZh: 'SC-75F 工频螺杆空压机 75 kW',
  warranty: 'out-of-warranty',
} as const;

export const LANTING = {
  customer: { id: 'cus-0001', name: '上海澜汀食品有限公司', status: 'active' },
  regionId: 'east',
} as const;

/** Cases, an order and requests of the sample company, and people who look for them. */
export interface FindingWorld {
  readonly api: TestApi;
  readonly manager: Reader;
  readonly clerk: Reader;
  readonly engineer: Reader;
  readonly southerner: Reader;
  readonly keeper: Reader;
  readonly dispatched: CaseBuilder;
  readonly closed: CaseBuilder;
  readonly overdue: CaseBuilder;
  readonly southern: CaseBuilder;
}

export async function findingWorld(): Promise<FindingWorld> {
  const api = await companyApi();
  const { app, database } = api;
  const at = (hour: number) => `2026-11-16T0${hour}:00:00.000Z`;
  const dispatched = aCase(database).receivedAt(at(1)).with(LANTING).with({ unit: UNIT });
  await dispatched.answered().classified().dispatched(LI_WEI).commit();
  await anOrder(database, 'PO-2026-000777', dispatched.number, {
    regionId: 'east',
    outletId: 'sh-pudong',
  });
  const closed = await aCase(database)
    .receivedAt(at(2))
    .with(LANTING)
    .with({ subject: '干燥机露点偏高' })
    .answered()
    .classified('consultation')
    .give('resolveRemotely', { resolution: '调整露点' }, CLERK)
    .surveyed()
    .revisited()
    .closed()
    .commit();
  const overdue = aCase(database).receivedAt(at(3)).of('cus-0002').breached();
  await overdue.with({ sender: { kind: 'customer', name: '严思齐', phone: '+8613927211722' } }).commit();
  const southern = await aCase(database).receivedAt(at(4)).of('cus-0025', 'south').commit();
  await database.request.createMany({
    data: [dispatched, closed, southern].map(({ number }) =>
      aRequestRow({
        number: number.replace('AS', 'RQ'),
        caseNumber: number,
        senderPhone: '+8615124474580',
        regionId: number === southern.number ? 'south' : 'east',
      }),
    ),
  });
  await database.request.create({
    data: aRequestRow({
      number: 'RQ-2026-700001',
      caseNumber: 'AS-2026-700001',
      regionId: 'east',
      senderName: '姓待定',
      subject: '漏油待办',
    }),
  });
  await database.processStart.create({
    data: { processId: 'AS-2026-700001', type: 'serviceCase', start: {}, registeredAt: new Date() },
  });
  await database.staff.update({ where: { id: 'stf-028' }, data: { active: false } });
  const [manager, clerk, engineer, southerner, keeper] = await Promise.all([
    reader(app, 'zhou.huaijin'),
    reader(app, 'lu.xinran'),
    reader(app, 'li.wei'),
    reader(app, 'huang.yongqi'),
    reader(app, 'wu.dachuan'),
  ]);
  return { api, manager, clerk, engineer, southerner, keeper, dispatched, closed, overdue, southern };
}
