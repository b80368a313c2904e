import { Type } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { literals } from '../http/schema/common';

export const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', examples: ['%PDF-1.3 …'] });

export const PaperLanguage = Type.Optional(literals(LANGUAGES, { description: 'Default: the customer’s' }));
export const PaperAudience = Type.Optional(
  literals(['customer', 'internal'], {
    description:
      'customer (default): what the customer is handed, with what they pay; internal: with what it cost the company, for those who may read that (`money.read`)',
  }),
);

/** Which visit of a case. */
export const VisitNumber = Type.Integer({ minimum: 1, maximum: 1_000 });
