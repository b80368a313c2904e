import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ApplicationFailure } from '@temporalio/common';
import { customerWords } from '../platform/customer-words';
import type { Database } from '../platform/database';
import type { Call } from './types';

const Input = Type.Object({
  customerId: Type.String(),
  learned: Type.Object({ phone: Type.Optional(Type.String()), email: Type.Optional(Type.String()) }),
  name: Type.String(),
  by: Type.String(),
});

/**
 * Adds the number and address of an identified sender to the customer's file (R2): the next call from there is known. Removes what the same
 * case added to another customer's file by mistake. Does nothing where the case has another customer by now.
 */
export const createLearnContacts =
  (database: Database): Call =>
  async ({ processId: learnedFrom, input, at }) => {
    if (!Value.Check(Input, input)) throw ApplicationFailure.nonRetryable('No contact', 'CALL.INPUT_WRONG');
    const { customerId, learned, name, by: learnedBy } = input;
    const contacts = [
      ...(learned.phone === undefined ? [] : [{ kind: 'phone', value: learned.phone }]),
      ...(learned.email === undefined ? [] : [{ kind: 'email', value: learned.email }]),
    ];
    return database.$transaction(async (tx) => {
      // Locks the row: a concurrent identification of the sender waits for this one.
      const [row] = await tx.$queryRaw<{ customerId: string | null }[]>`
        SELECT customer_id AS "customerId" FROM service_case WHERE number = ${learnedFrom} FOR UPDATE`;
      if (row?.customerId !== customerId) return { learned: 0 };
      await tx.customerContact.deleteMany({ where: { learnedFrom, customerId: { not: customerId } } });
      const { count } = await tx.customerContact.createMany({
        data: contacts.map((contact) => ({
          ...contact,
          customerId,
          name,
          learnedAt: new Date(at),
          learnedBy,
          learnedFrom,
        })),
        skipDuplicates: true,
      });
      if (count === 0) return { learned: 0 };
      const customer = await tx.customer.update({
        where: { id: customerId },
        data: { version: { increment: 1 } },
        include: { contacts: true },
      });
      await tx.customer.update({ where: { id: customerId }, data: { words: customerWords(customer) } });
      return { learned: count };
    });
  };
