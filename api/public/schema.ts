import { Type } from '@sinclair/typebox';
import { Bilingual } from '../http/schema/common';

/** The company as anybody may know it. */
export const PublicCompany = Type.Object(
  {
    names: Bilingual,
    hotline: Type.Object(
      {
        ...Bilingual.properties,
        tel: Type.String({ description: 'In E.164, for a `tel:` link' }),
      },
      { title: 'Hotline', description: 'As each language dials it' },
    ),
    timeZone: Type.String({ description: 'In which the company states its times' }),
  },
  {
    title: 'PublicCompany',
    examples: [
      {
        names: { en: 'Shuochuan Air Systems', zh: '朔川空气系统' },
        hotline: { en: '+86 510 8520 7100', zh: '0510 8520 7100', tel: '+8651085207100' },
        timeZone: 'Asia/Shanghai',
      },
    ],
  },
);
