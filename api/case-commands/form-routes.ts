import { createHash } from 'node:crypto';
import type { PersonCommandType } from '../../domain/case/commands';
import type { Bilingual } from '../../domain/bilingual';
import type { Permission } from '../../domain/identity/permissions';
import type { OrderPersonCommandType } from '../../domain/parts-order/commands';
import { saidOf } from '../../domain/processes';
import type { Routes } from '../context';
import { NOT_MODIFIED } from '../http/conditional';
import { PROBLEMS } from '../http/schema/common';
import { ORDER_COMMAND_DATA } from '../parts-orders/command-schema';
import { commandForms } from './forms';
import { CommandForms, FormsHeaders } from './forms-schema';
import { COMMAND_DATA } from './schema';

const names: Readonly<Record<string, Bilingual>> = saidOf('commandNames');
const casePermission = (type: PersonCommandType): Permission => `case.${type}`;
const orderPermission = (type: OrderPersonCommandType): Permission => `partsOrder.${type}`;
const isCaseCommand = (type: string): type is PersonCommandType => Object.hasOwn(COMMAND_DATA, type);
const isOrderCommand = (type: string): type is OrderPersonCommandType =>
  Object.hasOwn(ORDER_COMMAND_DATA, type);

/** The form of every command that people give: it changes with a version of Aftercare alone. */
export const commandFormRoutes: Routes = (app) => {
  const items = [
    ...commandForms({
      process: 'case',
      data: COMMAND_DATA,
      names,
      permissionOf: (type) => (isCaseCommand(type) ? casePermission(type) : 'case.command'),
    }),
    ...commandForms({
      process: 'partsOrder',
      data: ORDER_COMMAND_DATA,
      names,
      permissionOf: (type) => (isOrderCommand(type) ? orderPermission(type) : 'partsOrder.command'),
    }),
  ];
  const etag = `"${createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16)}"`;
  app.get(
    '/v1/commands',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listCommandForms',
        tags: ['cases'],
        summary: 'The form of every command: its fields with label, help and look-up in both languages',
        headers: FormsHeaders,
        response: { 200: CommandForms, 304: NOT_MODIFIED, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      void reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.status(304).send(undefined);
      return Promise.resolve({ items });
    },
  );
  return Promise.resolve();
};
