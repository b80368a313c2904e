import { saidOf, type KeyOf } from '../processes';

export type { NoticeTemplate, ParameterKind } from './template';

export type NoticeName = KeyOf<'templates'>;

/** Every message to people, in both languages. Which events send them is in the `react` of each process. */
export const NOTICE_TEMPLATES = saidOf('templates');

export const isNoticeName = (name: string): name is NoticeName => Object.hasOwn(NOTICE_TEMPLATES, name);
