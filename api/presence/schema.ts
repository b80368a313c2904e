import { Type, type Static } from '@sinclair/typebox';
import { CaseNumber, Closed, Id, literals } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const DOINGS = ['viewing', 'editing'] as const;
export type Doing = (typeof DOINGS)[number];

/** A page that is open says so again at least so often. */
export const HEARTBEAT_S = 20;

const ClientId = Type.String({
  pattern: '^[\\w-]{8,64}$',
  description: 'A tab: new for each, the same as long as it is open',
  examples: ['tab-5f0a4b7e'],
});
export const PresenceBody = Closed(
  { clientId: ClientId, doing: literals(DOINGS) },
  { title: 'PresenceBody', examples: [{ clientId: 'tab-5f0a4b7e', doing: 'viewing' }] },
);
export const LeaveQuery = Closed({ clientId: ClientId });

export const PresentSchema = Type.Object(
  {
    staff: Type.Object({ id: Id, nameEn: Type.String(), nameZh: Type.String() }),
    doing: literals(DOINGS, { description: 'editing, where they do in any of their tabs' }),
    since: At,
    isMe: Type.Boolean(),
  },
  { title: 'Present' },
);
export type PresentView = Static<typeof PresentSchema>;

const present: PresentView = {
  staff: { id: 'stf-010', nameEn: 'Lu Xinran', nameZh: '陆欣然' },
  doing: 'editing',
  since: '2026-11-22T01:40:00.000Z',
  isMe: false,
};
export const Presence = Type.Object(
  { items: Type.Array(PresentSchema) },
  { title: 'Presence', examples: [{ items: [present] }] },
);
export const PresenceQuery = Closed({
  case: Type.Array(CaseNumber, {
    minItems: 1,
    maxItems: 100,
    description: 'Those of a list',
    examples: ['AS-2026-000001'],
  }),
});
export const PresenceOfCases = Type.Object(
  {
    items: Type.Array(Type.Object({ caseNumber: CaseNumber, present: Type.Array(PresentSchema) }), {
      description: 'The cases in sight that somebody has open',
    }),
  },
  { title: 'PresenceOfCases', examples: [{ items: [{ caseNumber: 'AS-2026-000001', present: [present] }] }] },
);
