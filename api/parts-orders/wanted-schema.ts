import { Type } from '@sinclair/typebox';
import { Bilingual } from '../http/schema/common';

export const WantedParts = Type.Array(
  Type.Object(
    { partNumber: Type.String(), names: Bilingual, quantity: Type.Integer() },
    { title: 'WantedPart' },
  ),
  { description: 'Each line of the order' },
);
export const WANTED_EXAMPLE = [
  {
    partNumber: 'SP-11075',
    names: { en: 'Oil filter element, 75 kW', zh: '油过滤器滤芯 75 kW' },
    quantity: 2,
  },
];
