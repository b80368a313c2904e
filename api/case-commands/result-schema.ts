import { Type } from '@sinclair/typebox';

export const CommandResult = Type.Object(
  {
    seq: Type.Integer({ description: 'Version of the case after the batch' }),
    duplicate: Type.Boolean({ description: 'True when all of it had been done before' }),
    stage: Type.String(),
    allowedCommands: Type.Array(Type.String(), { description: 'What the caller may do next' }),
  },
  {
    title: 'CommandResult',
    examples: [{ seq: 5, duplicate: false, stage: 'answered', allowedCommands: ['classify', 'addNote'] }],
  },
);

export const CommandStatus = Type.Object(
  {
    id: Type.String(),
    status: Type.Literal('done'),
    seq: Type.Integer(),
    at: Type.String(),
  },
  {
    title: 'CommandStatus',
    examples: [
      { id: 'b7a1c7de-3a52-4f0e-9d7c-0d5d1b3d6a10', status: 'done', seq: 5, at: '2026-11-22T01:40:00.000Z' },
    ],
  },
);
