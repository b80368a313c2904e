import { Type } from '@sinclair/typebox';
import { literals } from './common';

export const Health = Type.Object(
  { status: Type.Literal('ok') },
  { title: 'Health', examples: [{ status: 'ok' }] },
);

const Part = literals(['ok', 'away']);
export const Readiness = Type.Object(
  { status: literals(['ready', 'not-ready']), parts: Type.Object({ postgresql: Part, temporal: Part }) },
  { title: 'Readiness', examples: [{ status: 'not-ready', parts: { postgresql: 'ok', temporal: 'away' } }] },
);

export const MetricsText = {
  description: 'Prometheus text format',
  content: { 'text/plain': { schema: Type.String({ examples: ['aftercare_event_streams 3\n'] }) } },
};
