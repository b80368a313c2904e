import { Type } from '@sinclair/typebox';

export const CustomerMergeAnswer = Type.Object(
  {
    customerId: Type.String(),
    mergedId: Type.String({ description: 'Of the prospect' }),
    merged: Type.Boolean({ description: 'False: taken back' }),
  },
  {
    title: 'CustomerMerge',
    examples: [{ customerId: 'cus-0001', mergedId: '6f1c8f0e-5f0a-4b7e-9a53-0d5d1b3d6a10', merged: true }],
  },
);
