import type { ServiceReportView } from '../../documents/service-report/view';
import { aPng } from './files';

/** A report that says all that a report can say. */
export const aReportView = (changes: Partial<ServiceReportView> = {}): ServiceReportView => ({
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  company: { en: 'Shuochuan Air Systems, Customer Service Department', zh: '朔川空气系统 客户服务部' },
  servedBy: { en: 'Suzhou Service Outlet', zh: '苏州授权服务站' },
  caseNumber: 'AS-2026-000047',
  number: 'AS-2026-000047-R1',
  version: 2,
  customer: {
    name: '苏州晶禾电子有限公司',
    contact: '陶冉',
    phone: '+8613129958864',
    address: '江苏省苏州市工业园区星湖街 328 号 5 号厂房',
  },
  unit: {
    serial: 'SO90-2508-0387',
    productCode: 'SO-90',
    name: { en: 'Oil-free screw compressor', zh: '无油螺杆空压机' },
  },
  warranty: 'in-warranty',
  engineer: '钱俊峰',
  symptom: '排气高温停机',
  times: {
    dispatched: '2026-11-22T04:02:00.000Z',
    arrived: '2026-11-22T06:10:00.000Z',
    repaired: '2026-11-22T07:41:00.000Z',
    reported: '2026-11-22T07:55:00.000Z',
  },
  report: {
    fault: '排气高温停机：开机约十分钟后排气温度升至 228 ℃，控制器报警并停机。',
    cause: '空气滤芯堵塞，冷却器翅片积灰，散热不足。',
    work: '更换空气滤芯，清洗冷却器；连续运行 30 分钟，排气温度 182 ℃，正常。',
    partsUsed: [
      { partNumber: 'SP-12090', name: '空气滤芯', quantity: 1, serialNumbers: ['AF-26-11873'] },
      { partNumber: 'SP-11022', name: '温控阀', quantity: 2, serialNumbers: ['TV-0091', 'TV-0092'] },
    ],
    labourMinutes: 90,
    travelMinutes: 40,
    labourCostCents: 30_000,
    travelCostCents: 8_000,
    partsCostCents: 45_000,
    currency: 'CNY',
    photos: [
      { id: 'att-1', name: '铭牌.jpg', type: 'image/jpeg', sizeBytes: 184_320, sha256: '00' },
      { id: 'att-2', name: '滤芯.jpg', type: 'image/jpeg', sizeBytes: 204_800, sha256: '01' },
    ],
    signedBy: '陶冉',
    signature: { id: 'att-3', name: 'signature.png', type: 'image/png', sizeBytes: 2_000, sha256: '02' },
    remarks: '建议每月清洁冷却器一次。',
  },
  verification: {
    method: '连续运行 30 分钟',
    readings: [{ what: '排气温度', value: '182 ℃' }],
    witnessedBy: '陶冉',
    at: '2026-11-22T07:41:00.000Z',
    by: '钱俊峰',
  },
  failedRepairs: 1,
  signatureImage: aPng({ width: 360, height: 110 }),
  signedVersion: 1,
  amendments: [
    {
      version: 2,
      at: '2026-11-23T01:20:00.000Z',
      by: '顾承安',
      reason: '备件价格录入错误',
      changes: [
        { field: 'partsCostCents', from: 54_000, to: 45_000 },
        { field: 'remarks', from: null, to: '建议每月清洁冷却器一次。' },
      ],
    },
  ],
  ...changes,
});
