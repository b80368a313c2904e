import type { Words } from '../../shared/language';

export const SNIPPETS_WORDS = {
  hint: { en: '/ for text modules', zh: '输入 / 选择常用语' },
  list: { en: 'Text modules', zh: '常用语' },
  title: { en: 'Text modules', zh: '常用语' },
  how: {
    en: 'Type / and the key within a text: an answer, a note, a form. The language of the customer decides which text an answer gets. In a text these are filled in, or left blank where they are not known:',
    zh: '在答复、备注或表单的文本框中输入 / 和代码即可插入。给客户的答复使用客户的语言。以下内容会自动填入，未知时留空：',
  },
  me: { en: 'your name', zh: '您的姓名' },
  customer: { en: 'name of the customer', zh: '客户名称' },
  number: { en: 'number of the case', zh: '服务单号' },
  engineer: { en: 'engineer who comes', zh: '上门工程师' },
  appointment: { en: 'time of the appointment', zh: '上门时间' },
  shared: { en: 'Shared by all', zh: '共用常用语' },
  add: { en: 'Add one of your own', zh: '新增个人常用语' },
  key: { en: 'Key after the slash', zh: '斜杠后的代码' },
  name: { en: 'Name', zh: '名称' },
  zh: { en: 'Text in Chinese', zh: '中文内容' },
  en: { en: 'Text in English', zh: '英文内容' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: '“{name}” is saved.', zh: '已保存“{name}”。' },
  delete: { en: 'Delete', zh: '删除' },
  deleted: { en: '“{name}” is deleted.', zh: '已删除“{name}”。' },
  deleteAsk: {
    en: 'Delete the text module “{name}”? Texts that have it already stay as they are.',
    zh: '删除常用语“{name}”？已插入的文本不受影响。',
  },
  keyFault: {
    en: 'The key is 1 to 20 letters or digits, without blanks.',
    zh: '代码须为 1 至 20 个字母、汉字或数字，不含空格。',
  },
  keyTaken: { en: 'Another module of yours has this key.', zh: '您已有使用此代码的常用语。' },
  nameFault: { en: 'Please give it a name.', zh: '请填写名称。' },
  textFault: { en: 'Please write a text in one language at least.', zh: '请至少填写一种语言的内容。' },
} as const satisfies Words;
