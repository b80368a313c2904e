import { code, column, type Column } from './columns';
import {
  CONTRACTS,
  COUNT_SHEET,
  ORGANISATIONS,
  PART_PRICES,
  PARTS,
  PRICE_LISTS,
  PRODUCTS,
  STOCK_TAKES,
} from './registers';

/** A list that can be had as a file: its name and its columns. */
export interface ExportedList {
  readonly file: string;
  readonly columns: readonly Column[];
}

const CASES: readonly Column[] = [
  column('number', 'Case', '服务单'),
  column('stage', 'Stage', '阶段', code('caseStage')),
  column('requestType', 'Request type', '请求类型', code('requestType')),
  column('priority', 'Priority', '优先级', code('priority')),
  column('subject', 'Subject', '主题'),
  column('customer.name', 'Customer', '客户'),
  column('senderName', 'Sender', '来电人'),
  column('channel', 'Channel', '渠道', code('channel')),
  column('unit.serial', 'Serial number', '序列号'),
  column('unit.productCode', 'Product', '产品'),
  column('warranty', 'Warranty', '保修', code('warrantyState')),
  column('regionId', 'Region', '区域'),
  column('outletId', 'Outlet', '服务站'),
  column('engineer.name', 'Engineer', '工程师'),
  column('owner.role', 'Owner', '负责角色', code('role')),
  column('owner.staff.name', 'Owned by', '负责人'),
  column('receivedAt', 'Received', '受理时间', 'instant'),
  column('nextDeadline.clock', 'Next deadline', '下一期限', code('clock')),
  column('nextDeadline.at', 'Due', '到期时间', 'instant'),
  column('breached', 'Promise broken', '承诺逾期', 'flag'),
  column('paused', 'Paused', '暂停', 'flag'),
  column('closedAt', 'Closed', '结案时间', 'instant'),
];

const TASKS: readonly Column[] = [
  column('kind', 'Task', '任务', code('task')),
  column('case.number', 'Case', '服务单'),
  column('partsOrder.number', 'Parts order', '备件订单'),
  column('case.subject', 'Subject', '主题'),
  column('case.customerName', 'Customer', '客户'),
  column('case.priority', 'Priority', '优先级', code('priority')),
  column('role', 'Role', '角色', code('role')),
  column('organisationId', 'Organisation', '机构'),
  column('staffId', 'Assigned to', '指派给'),
  column('openedAt', 'Open since', '开始时间', 'instant'),
  column('dueAt', 'Due', '到期时间', 'instant'),
];

const REQUESTS: readonly Column[] = [
  column('number', 'Request', '请求'),
  column('caseNumber', 'Case', '服务单'),
  column('receivedAt', 'Received', '受理时间', 'instant'),
  column('channel', 'Channel', '渠道', code('channel')),
  column('sender.kind', 'Sender', '来电方', code('senderKind')),
  column('sender.name', 'Name', '姓名'),
  column('subject', 'Subject', '主题'),
  column('stage', 'Stage of the case', '服务单阶段', code('caseStage')),
];

const CUSTOMERS: readonly Column[] = [
  column('number', 'Customer', '客户编号'),
  column('name', 'Name', '名称'),
  column('nameEn', 'English name', '英文名称'),
  column('kind', 'Kind', '类别'),
  column('status', 'Status', '状态'),
  column('province', 'Province', '省份'),
  column('city', 'City', '城市'),
  column('address', 'Address', '地址'),
  column('regionId', 'Region', '区域'),
  column('contacts[].value', 'Contacts', '联系方式'),
  column('createdAt', 'Since', '建档时间', 'instant'),
];

const UNITS: readonly Column[] = [
  column('serial', 'Serial number', '序列号'),
  column('product.code', 'Product', '产品'),
  column('product.nameEn', 'Product name (English)', '产品名称（英文）'),
  column('product.nameZh', 'Product name (Chinese)', '产品名称（中文）'),
  column('customer.name', 'Customer', '客户'),
  column('address', 'Address', '地址'),
  column('soldOn', 'Sold', '销售日期'),
  column('installedOn', 'Installed', '安装日期'),
  column('warranty.state', 'Warranty', '保修', code('warrantyState')),
];

const PARTS_ORDERS: readonly Column[] = [
  column('number', 'Parts order', '备件订单'),
  column('stage', 'Stage', '阶段', code('partsOrderStage')),
  column('caseNumber', 'Case', '服务单'),
  column('consignee', 'Consignee', '收货人'),
  column('partNumbers', 'Parts', '备件'),
  column('depotIds', 'Depots', '仓库'),
  column('requestedAt', 'Requested', '申请时间', 'instant'),
  column('neededBy', 'Needed by', '需用时间', 'instant'),
  column('expectedOn', 'Expected', '预计到货'),
  column('breached', 'Promise broken', '承诺逾期', 'flag'),
];

const TRIPS: readonly Column[] = [
  column('caseNumber', 'Case', '服务单'),
  column('number', 'Visit', '第几次上门'),
  column('engineer.name', 'Engineer', '工程师'),
  column('engineer.outletId', 'Outlet', '服务站'),
  column('customer.name', 'Customer', '客户'),
  column('place', 'Place', '地点'),
  column('promised.from', 'Promised from', '约定开始', 'instant'),
  column('promised.to', 'Promised until', '约定结束', 'instant'),
  column('departedAt', 'Departed', '出发', 'instant'),
  column('arrivedAt', 'Arrived', '到达', 'instant'),
  column('endedAt', 'Ended', '结束', 'instant'),
  column('days', 'Days', '天数'),
  column('outcome', 'Outcome', '结果', code('tripOutcome')),
  column('reason', 'Reason', '原因', code('unfinishedReason')),
  column('cost.labourMinutes', 'Labour (minutes)', '工时（分钟）'),
  column('cost.travelMinutes', 'Travel (minutes)', '路途（分钟）'),
  column('cost.labourCostCents', 'Labour cost', '工时成本', { cents: 'cost.currency' }),
  column('cost.travelCostCents', 'Travel cost', '差旅成本', { cents: 'cost.currency' }),
  column('cost.currency', 'Currency', '币种'),
];

const APPROVALS: readonly Column[] = [
  column('kind', 'Approval', '审批', code('approvalKind')),
  column('case.number', 'Case', '服务单'),
  column('case.subject', 'Subject', '主题'),
  column('case.customerName', 'Customer', '客户'),
  column('what', 'What', '内容'),
  column('amountCents', 'Amount', '金额', { cents: 'currency' }),
  column('currency', 'Currency', '币种'),
  column('askedBy.name', 'Asked by', '申请人'),
  column('askedAt', 'Asked', '申请时间', 'instant'),
  column('dueAt', 'Due', '到期时间', 'instant'),
];

const STAFF: readonly Column[] = [
  column('names.zh', 'Name (Chinese)', '姓名（中文）'),
  column('names.en', 'Name (English)', '姓名（英文）'),
  column('organisation.name', 'Organisation', '机构'),
  column('roles', 'Roles', '角色', code('role')),
  column('skills', 'Skills', '技能'),
  column('phone', 'Telephone', '电话'),
  column('email', 'E-mail', '邮箱'),
];

const PROMISE_CASES: readonly Column[] = [
  column('number', 'Case', '服务单'),
  column('requestType', 'Request type', '请求类型', code('requestType')),
  column('receivedAt', 'Received', '受理时间', 'instant'),
  column('dueAt', 'Due', '到期时间', 'instant'),
  column('metAt', 'Done', '完成时间', 'instant'),
  column('standing', 'Standing', '履约情况'),
];

const REPAIRS: readonly Column[] = [
  column('number', 'Case', '服务单'),
  column('verifiedAt', 'Verified', '验证时间', 'instant'),
  column('engineer.name', 'Engineer', '工程师'),
  column('productCode', 'Product', '产品'),
  column('faultCode', 'Fault', '故障'),
  column('visits', 'Visits', '上门次数'),
  column('standing', 'Standing', '判定'),
  column('repeatOf', 'Repeats', '重复自'),
  column('repeatedBy', 'Repeated by', '被重复于'),
];

const OF_A_CASE: readonly Column[] = [
  column('case.number', 'Case', '服务单'),
  column('customer.name', 'Customer', '客户'),
  column('case.subject', 'Subject', '主题'),
  column('currency', 'Currency', '币种'),
  column('netCents', 'Net', '不含税金额', { cents: 'currency' }),
  column('taxCents', 'Tax', '税额', { cents: 'currency' }),
  column('totalCents', 'Total', '合计', { cents: 'currency' }),
];

const QUOTES: readonly Column[] = [
  column('number', 'Quote', '报价单'),
  column('status', 'Status', '状态', code('quoteStatus')),
  ...OF_A_CASE,
  column('preparedAt', 'Prepared', '编制时间', 'instant'),
  column('preparedBy.name', 'Prepared by', '编制人'),
  column('offeredAt', 'Sent', '发送时间', 'instant'),
  column('validUntil', 'Valid until', '有效期至', 'instant'),
  column('decided.at', 'Decided', '决定时间', 'instant'),
  column('decided.how', 'Decided by way of', '决定方式', code('consentWay')),
];

const INVOICES: readonly Column[] = [
  column('number', 'Invoice', '账单'),
  column('quoteNumber', 'Quote', '报价单'),
  ...OF_A_CASE,
  column('issuedAt', 'Issued', '开具时间', 'instant'),
  column('creditNote.number', 'Credit note', '红字账单'),
  column('creditNote.at', 'Credited', '冲销时间', 'instant'),
];

const CREDIT_NOTES: readonly Column[] = [
  column('number', 'Credit note', '红字账单'),
  column('at', 'Credited', '冲销时间', 'instant'),
  column('invoice.number', 'Invoice', '账单'),
  column('invoice.issuedAt', 'Invoice issued', '账单开具时间', 'instant'),
  ...OF_A_CASE,
];

/** Lists that can be had as a file, by the path of their route. */
export const EXPORTED_LISTS: Readonly<Record<string, ExportedList>> = {
  '/v1/cases': { file: 'cases', columns: CASES },
  '/v1/tasks': { file: 'tasks', columns: TASKS },
  '/v1/requests': { file: 'requests', columns: REQUESTS },
  '/v1/customers': { file: 'customers', columns: CUSTOMERS },
  '/v1/units': { file: 'units', columns: UNITS },
  '/v1/parts-orders': { file: 'parts-orders', columns: PARTS_ORDERS },
  '/v1/quotes': { file: 'quotes', columns: QUOTES },
  '/v1/invoices': { file: 'invoices', columns: INVOICES },
  '/v1/credit-notes': { file: 'credit-notes', columns: CREDIT_NOTES },
  '/v1/trips': { file: 'visits', columns: TRIPS },
  '/v1/approvals': { file: 'approvals', columns: APPROVALS },
  '/v1/staff': { file: 'staff', columns: STAFF },
  '/v1/organisations': { file: 'organisations', columns: ORGANISATIONS },
  '/v1/products': { file: 'products', columns: PRODUCTS },
  '/v1/contracts': { file: 'contracts', columns: CONTRACTS },
  '/v1/part-prices': { file: 'part-prices', columns: PART_PRICES },
  '/v1/price-lists': { file: 'price-lists', columns: PRICE_LISTS },
  '/v1/parts': { file: 'parts', columns: PARTS },
  '/v1/stock-takes': { file: 'stock-takes', columns: STOCK_TAKES },
  '/v1/stock-takes/sheet': { file: 'stock-take', columns: COUNT_SHEET },
  '/v1/promises/:key/cases': { file: 'promises', columns: PROMISE_CASES },
  '/v1/repair-quality/:key/cases': { file: 'repairs', columns: REPAIRS },
};
