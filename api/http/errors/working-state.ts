/** Errors of what a person keeps for themselves. */
export const WORKING_STATE_ERRORS = {
  'DRAFT.TOO_MANY': {
    status: 409,
    en: 'You already have {most} drafts. Send or discard some first.',
    zh: '您已有 {most} 份草稿，请先发送或放弃部分草稿。',
  },
  'VIEW.TOO_MANY': {
    status: 409,
    en: 'You already have {most} saved views. Delete some first.',
    zh: '您已保存 {most} 个视图，请先删除部分视图。',
  },
  'VIEW.NOT_YOURS': {
    status: 403,
    en: 'The view "{name}" belongs to a colleague. Save a copy of your own to change it.',
    zh: '视图“{name}”属于其他同事，如需修改请另存为您自己的视图。',
  },
} as const;
