import { Type, type Static } from '@sinclair/typebox';
import type { Consequence } from '../../domain/case/consequences';
import { LANGUAGES } from '../../domain/bilingual';
import { ClockSchema } from '../cases/clock-schema';
import { TimelineEntry } from '../cases/timeline-entry-schema';
import { Bilingual, Closed, literals, Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { TaskFields } from '../tasks/schema';
import { CommandResult } from './result-schema';

/** A refusal before it happens. */
export const RefusalSchema = Type.Object(
  {
    code: Type.String({ examples: ['CASE.OUTSIDE_HOURS'] }),
    status: Type.Integer({ description: 'The HTTP status that the command would be answered with' }),
    words: { ...Bilingual, description: 'Why not, for people' },
    field: Nullable(Type.String({ description: 'The field at fault, such as commands.0.data.engineerId' })),
    params: Type.Record(Type.String(), Type.Unknown()),
  },
  { title: 'Refusal' },
);
export type RefusalView = Static<typeof RefusalSchema>;

const CONSEQUENCES = [
  'visit-cancelled',
  'parts-released',
  'parts-orders-cancelled',
  'offer-ended',
  'quote-voided',
  'invoice-credited',
  'approvals-withdrawn',
] as const satisfies readonly Consequence['kind'][];

const ConsequenceSchema = Type.Object(
  {
    kind: literals(CONSEQUENCES),
    subject: Nullable(
      Type.String({
        description: 'Engineer, parts with their pieces, numbers of orders, a quote, an invoice',
      }),
    ),
    names: Nullable({ ...Bilingual, description: 'To whom an offer ends' }),
    count: Nullable(Type.Integer({ description: 'Pieces, orders, approvals' })),
    appointment: Nullable(Type.Object({ from: At, to: At })),
  },
  { title: 'Consequence' },
);
export type ConsequenceView = Static<typeof ConsequenceSchema>;

const OpenTask = Type.Object(TaskFields, { title: 'OpenTask' });

export const DryRunResult = Type.Object(
  {
    dryRun: Type.Literal(true),
    outcome: literals(['accepted', 'refused']),
    refusal: Nullable(RefusalSchema),
    seq: Type.Integer({ description: 'Version that would be; that it has where it is refused' }),
    stageBefore: Type.String(),
    stage: Type.String(),
    events: Type.Array(TimelineEntry),
    consequences: Type.Array(ConsequenceSchema, { description: 'What would be taken away' }),
    clocks: Type.Array(
      Type.Object({ before: Nullable(ClockSchema), after: Nullable(ClockSchema) }, { title: 'ClockChange' }),
      { description: 'Promises that begin, end or move' },
    ),
    tasks: Type.Object({ opened: Type.Array(OpenTask), ended: Type.Array(OpenTask) }),
    messages: Type.Array(
      Type.Object(
        {
          template: Type.String(),
          to: Type.Object({
            kind: literals(['staff', 'customer', 'address']),
            id: Nullable(Type.String()),
            name: Nullable(Type.String()),
          }),
          language: literals(LANGUAGES),
          title: Type.String(),
          text: Type.String({ description: 'Without the customer’s link, which is made when it is sent' }),
          notBefore: At,
        },
        { title: 'PlannedMessage' },
      ),
    ),
    allowedCommands: Type.Array(Type.String(), { description: 'What the caller could do next' }),
  },
  {
    title: 'DryRunResult',
    examples: [
      {
        dryRun: true,
        outcome: 'refused',
        refusal: {
          code: 'CASE.PAUSED',
          status: 409,
          words: { en: 'The case is paused: {reason}', zh: '服务单已暂停：{reason}' },
          field: null,
          params: {},
        },
        seq: 5,
        stageBefore: 'answered',
        stage: 'answered',
        events: [],
        consequences: [],
        clocks: [],
        tasks: { opened: [], ended: [] },
        messages: [],
        allowedCommands: ['resume'],
      },
    ],
  },
);
export type DryRunResult = Static<typeof DryRunResult>;

export const CommandQuery = Closed({
  dryRun: Type.Optional(
    Type.Boolean({
      description:
        'True: the answer tells what would happen, or why not, and nothing is done. The ids of the commands stay free',
    }),
  ),
});

/** Done, or what would be done. */
export const CommandAnswer = {
  ...Type.Union([CommandResult, DryRunResult]),
  title: 'CommandAnswer',
  examples: [{ seq: 5, duplicate: false, stage: 'answered', allowedCommands: ['classify', 'addNote'] }],
};
