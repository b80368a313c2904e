/** Errors of counting a depot. */
export const STOCK_TAKE_ERRORS = {
  'STOCK_TAKE.MOVED': {
    status: 409,
    en: 'Pieces came or went since the sheet was read: {parts}. Nothing was posted. Look at these parts again, and post with the new sheet.',
    zh: '读取盘点表后有备件出入库：{parts}。本次盘点未过账，请核对这些备件后按新的盘点表重新提交。',
  },
  'STOCK_TAKE.COUNTED_TWICE': {
    status: 422,
    en: 'Part {partNumber} is on the list twice. Leave one count of it.',
    zh: '备件 {partNumber} 在清单中重复，请只保留一个数量。',
  },
  'STOCK_TAKE.OTHER_DEPOT': {
    status: 403,
    en: 'A depot is counted by its own keepers and by stock accountants.',
    zh: '仓库仅可由本仓保管员或库存会计盘点。',
  },
  'STOCK_TAKE.OUTCOME_UNKNOWN': {
    status: 503,
    en: 'The parts system gave no answer, so it is not known whether the count was posted. Send it again with the same Idempotency-Key: it is posted once.',
    zh: '备件系统未答复，无法确定盘点是否已过账。请用相同的 Idempotency-Key 重新提交，系统只会过账一次。',
  },
} as const;
