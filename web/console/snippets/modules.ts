import type { Bilingual } from '../../shared/language';

export interface TextModule {
  /** Typed after the slash. */
  readonly key: string;
  readonly names: Bilingual;
  readonly texts: Bilingual;
}

/** Texts that desks write again and again, in the language of the customer. `{me}` is the writer's name; the other names in braces are in facts.ts. */
export const TEXT_MODULES: readonly TextModule[] = [
  {
    key: 'visit',
    names: { en: 'An engineer will come', zh: '安排工程师上门' },
    texts: {
      en: 'We will send an engineer. You will hear from us with the time of the visit.',
      zh: '我们将安排工程师上门处理，具体上门时间会另行通知您。',
    },
  },
  {
    key: 'time',
    names: { en: 'Time of the visit', zh: '上门时间' },
    texts: {
      en: '{engineer} will come to you on {appointment}. Your service number is {number}.',
      zh: '工程师{engineer}将于 {appointment} 上门，您的服务单号为 {number}。',
    },
  },
  {
    key: 'remote',
    names: { en: 'Solved on the telephone', zh: '电话已解决' },
    texts: {
      en: 'The machine runs again after what we tried together on the telephone. Call us if it comes back.',
      zh: '按电话指导操作后设备已恢复运行。如再次出现，请随时来电。',
    },
  },
  {
    key: 'restart',
    names: { en: 'Restart and observe', zh: '重启观察' },
    texts: {
      en: 'Please switch the machine off, wait five minutes, and start it again. Tell us which alarm it shows then.',
      zh: '请先停机，等待五分钟后重新启动，并告知我们显示的报警内容。',
    },
  },
  {
    key: 'photo',
    names: { en: 'Send us a picture', zh: '请提供照片' },
    texts: {
      en: 'Please send us a picture of the type plate and of the display.',
      zh: '请将设备铭牌和显示屏的照片发给我们。',
    },
  },
  {
    key: 'warranty',
    names: { en: 'Covered by the warranty', zh: '保修期内' },
    texts: {
      en: 'The unit is under warranty. What the warranty covers costs you nothing.',
      zh: '该设备在保修期内，保修范围内的服务不收取费用。',
    },
  },
  {
    key: 'charge',
    names: { en: 'Outside the warranty', zh: '保修期外' },
    texts: {
      en: 'The warranty of the unit has ended. You get a quote first, and we begin once you have accepted it.',
      zh: '该设备已过保修期。我们会先提供报价，经您确认后再进行维修。',
    },
  },
  {
    key: 'parts',
    names: { en: 'Parts are ordered', zh: '备件已订购' },
    texts: {
      en: 'The part has been ordered. We will agree on a time with you once it has arrived.',
      zh: '所需备件已订购，到货后我们会与您约定上门时间。',
    },
  },
  {
    key: 'manual',
    names: { en: 'Manual sent', zh: '已发送资料' },
    texts: {
      en: 'We have sent you the manual with the pages in question.',
      zh: '相关说明书及对应页码已发送给您。',
    },
  },
  {
    key: 'back',
    names: { en: 'We will call back', zh: '稍后回电' },
    texts: {
      en: 'We look into this and call you back today. {me}',
      zh: '我们核实后今天给您回电。{me}',
    },
  },
];
