import type { Bilingual } from '../bilingual';
import type { ClockEvent } from '../clock/clocks';

/** The sentences of the clocks' events, as those of the case are written. */
export const CLOCK_SENTENCES: Readonly<Record<ClockEvent['type'], Bilingual>> = {
  ClockStarted: {
    en: 'The clock of {clock:clock} started[, due {fixedDueAt:instant}]',
    zh: '“{clock:clock}”开始计时[，{fixedDueAt:instant} 到期]',
  },
  ClockWarned: {
    en: 'Little time is left for {clock:clock}[, due {dueAt:instant}]',
    zh: '“{clock:clock}”即将到期[（{dueAt:instant}）]',
  },
  ClockBreached: {
    en: 'The promise was broken: {clock:clock}[, due {dueAt:instant}]',
    zh: '承诺已超时：{clock:clock}[，应于 {dueAt:instant} 前完成]',
  },
  ClockEscalated: {
    en: 'The delay of {clock:clock} was brought to the {to:escalation}',
    zh: '“{clock:clock}”超时，已上报{to:escalation}',
  },
  ClockExpired: {
    en: 'Time ran out: {clock:clock}[, due {dueAt:instant}]',
    zh: '“{clock:clock}”已到期[（{dueAt:instant}）]',
  },
  ClockMet: { en: 'The promise was kept: {clock:clock}', zh: '承诺已兑现：{clock:clock}' },
  ClockPaused: { en: 'The clock of {clock:clock} paused', zh: '“{clock:clock}”暂停计时' },
  ClockResumed: { en: 'The clock of {clock:clock} resumed', zh: '“{clock:clock}”恢复计时' },
  ClockStopped: { en: 'The clock of {clock:clock} stopped', zh: '“{clock:clock}”停止计时' },
  ClockMoved: {
    en: '{clock:clock} is now due {fixedDueAt:instant}, with the appointment',
    zh: '“{clock:clock}”的时限随预约调整为 {fixedDueAt:instant}',
  },
  ClockBound: {
    en: '{clock:clock} is due {dueAt:instant}',
    zh: '“{clock:clock}”的时限已确定为 {dueAt:instant}',
  },
  ClockCorrected: {
    en: 'The clock of {clock:clock} was corrected[, due {dueAt:instant}]',
    zh: '“{clock:clock}”的计时已更正[，{dueAt:instant} 到期]',
  },
  ClockFactsChanged: {
    en: '{clock:clock} is now counted for other facts[: {facts.requestType:requestType}][, priority {facts.priority:priority}][, {facts.warranty:warrantyState}]',
    zh: '“{clock:clock}”的计时依据已变更[：{facts.requestType:requestType}][，优先级{facts.priority:priority}][，{facts.warranty:warrantyState}]',
  },
};
