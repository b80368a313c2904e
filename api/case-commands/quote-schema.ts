import { Type } from '@sinclair/typebox';
import { UNREPAIRED_OUTCOMES } from '../../domain/case/flows/repair/facts';
import { Amount } from '../http/schema/amount';
import { Closed, Instant, literals, Text } from '../http/schema/common';
import { asked } from '../http/schema/form';
import { Note } from './common-fields-schema';
import { ConsentData, PartField, Quantity } from './dispatch-schema';

const Given = asked(
  'Unit price',
  '单价',
  Type.Optional(
    Amount('Of one piece, trip, visit or hour, in place of the price list’s. Minor units, before tax'),
  ),
  { kind: 'money', help: ['Left out: by the price list. Before tax', '不填则按价目表；不含税'] },
);
const Item = <const T extends string>(item: T, en: string, zh: string) =>
  asked('Item', '项目', Type.Literal(item), { options: { [item]: { en, zh } } });
const QUOTE = {
  lines: asked(
    'Lines',
    '明细',
    Type.Array(
      Type.Union([
        Closed({
          item: Item('labour', 'labour', '工时'),
          minutes: asked('Labour', '工时', Type.Integer({ minimum: 1, maximum: 100_000 }), {
            kind: 'minutes',
          }),
          unitPriceCents: Given,
        }),
        Closed({
          item: Item('travel', 'travel', '差旅'),
          trips: asked('Trips', '上门次数', Type.Integer({ minimum: 1, maximum: 100 })),
          minutes: asked(
            'Travel time',
            '路途时间',
            Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 100_000,
                description: 'Where travel is charged by the hour',
              }),
            ),
            { kind: 'minutes', help: ['Where travel is charged by the hour', '仅在差旅按小时计费时填写'] },
          ),
          unitPriceCents: Given,
        }),
        Closed({
          item: Item('parts', 'parts', '备件'),
          partNumber: PartField,
          quantity: Quantity,
          unitPriceCents: Given,
        }),
      ]),
      {
        minItems: 1,
        maxItems: 100,
        description: 'All of the work; what the entitlement covers is taken off, line by line',
      },
    ),
    {
      help: [
        'All of the work: what is covered is taken off by itself',
        '填写全部工作，保修承担的部分自动扣除',
      ],
    },
  ),
  note: asked('Note to the customer', '给客户的说明', Type.Optional(Text(2_000)), { reader: 'customer' }),
};

/** The data of the commands about a quote (R7), as they are sent. */
export const QUOTE_COMMAND_DATA = {
  prepareQuote: Closed(QUOTE),
  reviseQuote: Closed({
    ...QUOTE,
    reason: asked('Reason', '原因', Text(2_000, { description: 'What is changed, and why' })),
  }),
  decideQuote: Closed({
    version: asked(
      'Version',
      '版本',
      Type.Integer({ minimum: 1, maximum: 1_000, description: 'Of the quote that the customer saw' }),
      { kind: 'quote-version', help: ['Of the quote that the customer saw', '客户看到的报价版本'] },
    ),
    decision: asked('Decision', '客户决定', literals(['accept', 'refuse']), {
      options: { accept: { en: 'accept', zh: '接受' }, refuse: { en: 'refuse', zh: '拒绝' } },
    }),
    consent: asked(
      'How the customer decided',
      '客户决定方式',
      Closed({
        by: ConsentData.properties.by,
        how: ConsentData.properties.how,
        at: asked('When the customer decided', '客户决定的时间', Instant('When the customer decided')),
      }),
    ),
    reason: asked('Reason', '原因', Type.Optional(Text(2_000))),
  }),
  endUnrepaired: Closed({
    outcome: asked('Outcome', '结果', literals(UNREPAIRED_OUTCOMES), { codes: 'unrepairedOutcome' }),
    note: Note,
  }),
};
