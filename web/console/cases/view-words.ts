import type { Words } from '../../shared/language';

export const VIEW_WORDS = {
  views: { en: 'Saved views', zh: '已存视图' },
  all: { en: 'All', zh: '全部' },
  shared: { en: 'shared', zh: '共享' },
  sharedBy: { en: 'Shared by {name}', zh: '由{name}共享' },
  saveView: { en: 'Save as a view', zh: '存为视图' },
  changeView: { en: 'Rename or share', zh: '重命名或共享' },
  overwrite: { en: 'Save changes to “{name}”', zh: '保存更改到“{name}”' },
  overwriteShared: { en: 'Your colleagues get the changed filters too.', zh: '同事的共享视图也会随之更改。' },
  revert: { en: 'Undo the changes', zh: '放弃更改' },
  beginHere: { en: 'Begin with this view', zh: '默认打开此视图' },
  isFirst: { en: 'The list opens with this view', zh: '列表默认打开此视图' },
  deleteView: { en: 'Delete the view', zh: '删除视图' },
  name: { en: 'Name of the view', zh: '视图名称' },
  share: { en: 'Share with my organisation', zh: '与本机构同事共享' },
  deleteSure: { en: 'The view “{name}” goes. The cases stay.', zh: '将删除视图“{name}”，服务单不受影响。' },
  deleteSharedSure: {
    en: 'The view “{name}” goes for your colleagues too. The cases stay.',
    zh: '将删除视图“{name}”，同事也将无法使用；服务单不受影响。',
  },
} as const satisfies Words;
