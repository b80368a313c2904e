import type { Words } from '../../shared/language';

export const PALETTE_WORDS = {
  open: { en: 'Search', zh: '搜索' },
  title: { en: 'Go to, or do', zh: '跳转与操作' },
  hint: { en: 'Case, customer, unit, order, or what to do', zh: '服务单、客户、设备、订单或操作' },
  results: { en: 'Results', zh: '结果' },
  none: { en: 'Nothing found.', zh: '没有找到。' },
  go: { en: 'Go to {page}', zh: '前往{page}' },
  language: { en: '切换到中文', zh: 'Switch to English' },
  case: { en: 'case', zh: '服务单' },
  customer: { en: 'customer', zh: '客户' },
  unit: { en: 'unit', zh: '设备' },
  request: { en: 'request', zh: '请求' },
  partsOrder: { en: 'parts order', zh: '备件订单' },
  keys: { en: 'Keys', zh: '快捷键' },
  keyPalette: { en: 'search everything, do anything', zh: '全局搜索与操作' },
  keySearch: { en: 'search on this page', zh: '在本页搜索' },
  keyRows: { en: 'down and up a list', zh: '列表上下移动' },
  keyPick: {
    en: 'Select the row; with Shift all from the last one on',
    zh: '选择该行；按住 Shift 选择连续多行',
  },
  keyOpen: { en: 'open', zh: '打开' },
  keySave: { en: 'save a form', zh: '保存表单' },
  keyModules: { en: 'text modules, within a text', zh: '在文本框中选择常用语' },
  keyHelp: { en: 'this list', zh: '显示本列表' },
} as const satisfies Words;
