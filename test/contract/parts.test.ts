import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditStock } from '../support/audit-stock';
import { createPartsClient } from '../../systems/parts/client';
import { buildPartsServer } from '../../systems/parts/server';
import { receiveOpeningStock } from '../../systems/parts/opening-stock';
import { type Embedded, startEmbedded, TOKEN } from './embedded';
import { httpContract } from './http-contract';
import { partsContract } from './parts-contract';
import { aReservation, AT, openingStock } from './parts-fixture';

const client = ({ baseUrl }: Embedded) => createPartsClient({ baseUrl, token: TOKEN, timeoutMs: 20_000 });

partsContract('embedded server', async () => {
  const embedded = await startEmbedded(buildPartsServer);
  const port = client(embedded);
  return {
    port,
    receive: (opening) => receiveOpeningStock(embedded.prisma, opening),
    differences: () => auditStock(embedded.prisma),
    stop: async () => {
      await port.close();
      await embedded.stop();
    },
  };
});

httpContract('parts', () => startEmbedded(buildPartsServer), {
  path: '/v1/reservations/nobody:1:0/release',
  body: { at: AT },
  otherBody: { at: '2026-03-03T00:00:00Z' },
  invalid: { at: 'yesterday' },
  pointer: '#/at',
  read: '/v1/parts',
});

describe('embedded parts server', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await startEmbedded(buildPartsServer);
  });
  afterAll(async () => {
    await embedded.stop();
  });

  it('receives opening stock once, adds what is new, and refuses another quantity', async () => {
    const { prisma } = embedded;
    const opening = openingStock({ 'PCB-A': { shanghai: 5, wuhan: 0 } });
    expect(await receiveOpeningStock(prisma, opening)).toEqual({ depots: 2, parts: 1, movements: 1 });
    expect(await receiveOpeningStock(prisma, opening)).toEqual({ depots: 0, parts: 0, movements: 0 });
    const more = openingStock({ 'PCB-A': { shanghai: 5 }, 'PCB-B': { chengdu: 2 } });
    expect(await receiveOpeningStock(prisma, more)).toEqual({ depots: 1, parts: 1, movements: 1 });
    const revised = openingStock({ 'PCB-A': { shanghai: 6 }, 'PCB-C': { shanghai: 1 } });
    await expect(receiveOpeningStock(prisma, revised)).rejects.toThrow('PCB-A was received at shanghai as 5');
    expect(await prisma.part.count({ where: { partNumber: 'PCB-C' } })).toBe(0);
  });

  it('dates movements by the caller’s instant and never changes them', async () => {
    const { prisma } = embedded;
    await receiveOpeningStock(prisma, openingStock({ 'PCB-D': { shanghai: 5 } }));
    const port = client(embedded);
    const at = '2026-02-10T09:30:00.250+08:00';
    await port.reserve(aReservation([{ partNumber: 'PCB-D', quantity: 1 }], { key: 'case:at', at }));
    await port.close();
    const movement = await prisma.stockMovement.findUniqueOrThrow({
      where: { key_n: { key: 'case:at', n: 0 } },
    });
    expect(movement.at.toISOString()).toBe('2026-02-10T01:30:00.250Z');
    const changes = { where: { key: 'case:at' }, data: { quantity: 2 } };
    await expect(prisma.stockMovement.updateMany(changes)).rejects.toThrow();
    await expect(prisma.stockMovement.deleteMany({ where: changes.where })).rejects.toThrow();
    expect(await prisma.stockMovement.findMany({ where: changes.where })).toEqual([movement]);
  });

  it('lets the audit find a balance that its movements do not make', async () => {
    const { prisma } = embedded;
    await receiveOpeningStock(prisma, openingStock({ 'PCB-E': { shanghai: 5 } }));
    const balance = { partNumber_locationId: { partNumber: 'PCB-E', locationId: 'shanghai' } };
    await prisma.stockBalance.update({ where: balance, data: { quantity: 4 } });
    expect(await auditStock(prisma)).toEqual([
      { kind: 'balance', location: 'shanghai', partNumber: 'PCB-E', balance: 4, movements: 5 },
    ]);
    await prisma.stockReservation.create({
      data: { id: 'empty', reference: 'SC-1', state: 'reserved', at: AT },
    });
    expect(await auditStock(prisma)).toContainEqual({
      kind: 'reservation',
      id: 'empty',
      state: 'reserved',
      held: 0,
    });
  });
});
