import { Type } from '@sinclair/typebox';
import { Bilingual, literals, Nullable } from '../http/schema/common';

/** A known customer of another centre: their name and that centre, and no more. */
export const Elsewhere = Type.Object({
  name: Type.String(),
  centre: Nullable(
    Type.Object(
      { id: Type.String(), name: Bilingual, phone: Type.String() },
      { description: 'Who looks after them' },
    ),
  ),
  by: literals(['contact', 'serial'], { description: 'What they are known by' }),
});
