import { Type } from '@sinclair/typebox';
import { CaseNumber, Closed } from '../http/schema/common';

export const EventsQuery = Closed({
  case: Type.Optional(Type.Union([CaseNumber], { description: 'Only this case' })),
  unnamed: Type.Optional(
    Type.Boolean({
      description:
        'Sends every event as a `message`, without its type as the name: a browser hears named events only where it listens to each name',
    }),
  ),
});

export const EventsHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      pattern: '^\\d{1,19}-\\d{1,19}$',
      description: 'Resume after this event',
      examples: ['7421-1893'],
    }),
  ),
});

export const EventStreamSchema = {
  description: 'text/event-stream: id `<transaction>-<position>`, event `<type>`, data without personal data',
  content: {
    'text/event-stream': {
      schema: Type.Unsafe<NodeJS.ReadableStream>(
        Type.String({
          examples: [
            'id: 7421-1893\nevent: RequestAnswered\ndata: {"caseNumber":"AS-2026-000001","seq":5,"type":"RequestAnswered","at":"2026-11-22T01:40:00.000Z","stage":"answered","requestType":null,"priority":"normal","breached":false,"regionId":"east","outletId":null}\n\n',
          ],
        }),
      ),
    },
  },
};
