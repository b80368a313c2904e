import { createSystemClient, type SystemClientOptions } from '../shared/http-client';
import { PartsPage, PartStock, Release, Reservation, type PartsPort } from './port';

/** The parts port over HTTP: one attempt a call. `close` when done with it. */
export const createPartsClient = (options: SystemClientOptions): PartsPort & { close(): Promise<void> } => {
  const client = createSystemClient('parts', options);
  const at = (id: string) => `v1/reservations/${encodeURIComponent(id)}`;
  return {
    listParts: (query) => client.call({ method: 'GET', path: 'v1/parts', query, answer: PartsPage }),
    stockOf: (partNumber) =>
      client.call({
        method: 'GET',
        path: `v1/parts/${encodeURIComponent(partNumber)}/stock`,
        answer: PartStock,
      }),
    reserve: ({ key, ...body }) =>
      client.call({ method: 'POST', path: 'v1/reservations', key, body, answer: Reservation }),
    reservation: (id) => client.call({ method: 'GET', path: at(id), answer: Reservation }),
    release: ({ key, reservationId, ...body }) =>
      client.call({ method: 'POST', path: `${at(reservationId)}/release`, key, body, answer: Release }),
    issue: ({ key, reservationId, ...body }) =>
      client.call({ method: 'POST', path: `${at(reservationId)}/issue`, key, body, answer: Reservation }),
    close: () => client.close(),
  };
};
