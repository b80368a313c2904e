import type { Words } from '../../shared/language';

export const DRAG_WORDS = {
  help: {
    en: 'Enter opens the form. Space picks it up: arrows move it along the hours and from engineer to engineer, Space drops it, Escape puts it back. Shift with left or right changes the end of a visit, Enter takes it.',
    zh: '按回车打开表单；按空格拿起，用方向键在时间和工程师之间移动，再按空格放下，按 Esc 放回。Shift 加左右方向键调整结束时间，按回车确认。',
  },
  held: { en: 'Picked up. Move it with the arrows.', zh: '已拿起，请用方向键移动。' },
  at: { en: '{engineer}, {span}.', zh: '{engineer}，{span}。' },
  may: { en: 'Can be placed here', zh: '可以安排' },
  reason: { en: 'Given to another engineer on the schedule', zh: '在排班表上改派' },
} as const satisfies Words;
