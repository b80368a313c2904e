import { code, column, type Column } from './columns';

export const ORGANISATIONS: readonly Column[] = [
  column('id', 'Code', '编码'),
  column('kind', 'Kind', '类型', code('organisationKind')),
  column('names.en', 'Name in English', '英文名称'),
  column('names.zh', 'Name in Chinese', '中文名称'),
  column('parentId', 'Part of', '上级'),
  column('serviceLevel', 'Service level', '服务级别'),
  column('calendar', 'Calendar', '日历'),
  column('provinces', 'Provinces', '省份'),
  column('city', 'City', '城市'),
  column('phone', 'Telephone', '电话'),
  column('active', 'Active', '启用', 'flag'),
];

export const PRODUCTS: readonly Column[] = [
  column('code', 'Product', '产品'),
  column('nameEn', 'Name in English', '英文名称'),
  column('nameZh', 'Name in Chinese', '中文名称'),
  column('family', 'Family', '产品系列'),
];

export const CONTRACTS: readonly Column[] = [
  column('number', 'Contract', '合同'),
  column('customerId', 'Customer', '客户'),
  column('unitIds', 'Units', '设备'),
  column('validFrom', 'From', '自'),
  column('validTo', 'To', '至'),
  column('labour', 'Labour covered, %', '人工覆盖 %'),
  column('parts', 'Parts covered, %', '备件覆盖 %'),
  column('travel', 'Travel covered, %', '差旅覆盖 %'),
  column('wearParts', 'Wear parts', '易损件', 'flag'),
  column('causes', 'Causes covered', '覆盖原因', code('causeCategory')),
];

export const PART_PRICES: readonly Column[] = [
  column('partNumber', 'Part', '备件'),
  column('nameEn', 'Name in English', '英文名称'),
  column('nameZh', 'Name in Chinese', '中文名称'),
  column('currency', 'Currency', '币种'),
  column('priceCents', 'Price', '价格', { cents: 'currency' }),
  column('costCents', 'Cost', '成本', { cents: 'currency' }),
  column('effectiveFrom', 'From', '自', 'instant'),
  column('effectiveTo', 'To', '至', 'instant'),
];

export const PRICE_LISTS: readonly Column[] = [
  column('id', 'Price list', '价目表'),
  column('nameEn', 'Name in English', '英文名称'),
  column('nameZh', 'Name in Chinese', '中文名称'),
  column('serviceLevel', 'Service level', '服务级别'),
  column('currency', 'Currency', '币种'),
  column('labourPriceCents', 'Labour, price', '人工价格', { cents: 'currency' }),
  column('labourPer', 'Labour, per', '人工单位'),
  column('travelPriceCents', 'Travel, price', '差旅价格', { cents: 'currency' }),
  column('travelPer', 'Travel, per', '差旅单位'),
  column('effectiveFrom', 'From', '自', 'instant'),
  column('effectiveTo', 'To', '至', 'instant'),
];

export const PARTS: readonly Column[] = [
  column('partNumber', 'Part', '备件'),
  column('names.en', 'Name in English', '英文名称'),
  column('names.zh', 'Name in Chinese', '中文名称'),
  column('model', 'Model', '型号'),
  column('material', 'Material', '材质'),
  column('abcClass', 'ABC class', 'ABC 分类'),
  column('critical', 'Critical', '关键件', 'flag'),
  column('available', 'Available', '可用数量'),
];

export const STOCK_TAKES: readonly Column[] = [
  column('depot', 'Depot', '仓库'),
  column('countedAt', 'Counted', '盘点时间', 'instant'),
  column('countedBy.name', 'Counted by', '盘点人'),
  column('lines[].partNumber', 'Parts', '备件'),
  column('lines[].expected', 'By the books', '账面数量'),
  column('lines[].counted', 'Counted pieces', '实盘数量'),
  column('lines[].posted', 'Posted', '入账差异'),
  column('remark', 'Remark', '备注'),
];

export const COUNT_SHEET: readonly Column[] = [
  column('partNumber', 'Part', '备件'),
  column('names.en', 'Name in English', '英文名称'),
  column('names.zh', 'Name in Chinese', '中文名称'),
  column('onShelf', 'On the shelf', '在架数量'),
  column('reserved', 'Reserved', '已预留'),
  column('available', 'Available', '可用数量'),
];
