import { parsePhone, telephoneWords } from '../../platform/contacts';
import { ApiError } from '../http/problems';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { areaCodeOf, countryOf } from '../requests/contact-input';
import { knownElsewhere } from '../requests/elsewhere';
import { callersWith } from './find';
import { CallersAnswer, CallersQuery } from './schema';
import type { Routes } from '../context';

/** Callers, by their telephone number (R2). */
export const callers: Routes = (app, dependencies) => {
  const { database, config } = dependencies;

  app.get(
    '/v1/callers',
    {
      config: { permission: 'customer.read' },
      schema: {
        operationId: 'findCallers',
        tags: ['customers'],
        summary:
          'Who has a telephone number: the customer, their units with warranty, their cases with promises',
        querystring: CallersQuery,
        response: { 200: CallersAnswer, ...PROBLEMS, 422: problemResponse('REQUEST.PHONE_INVALID') },
      },
    },
    async ({ principal, query }) => {
      const country = countryOf(config);
      const areaCode = await areaCodeOf(database, principal.actor.organisationId);
      const phone = parsePhone(query.phone, { country, areaCode });
      if (!phone) throw new ApiError('REQUEST.PHONE_INVALID', { value: query.phone, country }, 'phone');
      const [items, elsewhere] = await Promise.all([
        callersWith(dependencies, principal, phone.number, new Date()),
        knownElsewhere(database, principal.scope, { kind: 'phone', value: phone.number }),
      ]);
      return {
        phone: {
          number: phone.number,
          extension: phone.extension ?? null,
          words: telephoneWords(phone.number),
        },
        items,
        elsewhere: [...elsewhere],
      };
    },
  );
  return Promise.resolve();
};
