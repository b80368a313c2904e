import { DAY_MS } from '../../domain/clock/instant';
import { Type } from '@sinclair/typebox';
import { rankCandidates, type Candidate } from '../../domain/dispatch/candidates';
import { CandidateList, CandidateQuery, type CandidateView } from './candidate-schema';
import { CaseNumber, PROBLEMS } from '../http/schema/common';
import type { Routes } from '../context';
import { readInstant } from '../http/instants';
import { candidatesFor, type EngineerCandidate } from './candidates';
import { visibleCase } from '../cases/visible-case';

const MINUTE_MS = 60_000;

/** Candidate engineers for a visit (R11). */
export const candidates: Routes = (app, { database }) => {
  app.get(
    '/v1/cases/:number/candidates',
    {
      config: { permission: 'candidate.read' },
      schema: {
        operationId: 'listCandidates',
        tags: ['dispatch'],
        summary: 'Engineers for a case, best first, with the reason for the order',
        params: Type.Object({ number: CaseNumber }),
        querystring: CandidateQuery,
        response: { 200: CandidateList, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal, query }) => {
      const { from, minutes = 120, days = 14, limit = 20 } = query;
      const fromMs = from === undefined ? Date.now() : Date.parse(readInstant(from, 'from'));
      const { state } = await visibleCase(database, number, principal);
      const found = await candidatesFor(database, principal.scope, state, {
        fromMs,
        untilMs: fromMs + days * DAY_MS,
        durationMs: minutes * MINUTE_MS,
      });
      return { items: rankCandidates(found).slice(0, limit).map(candidateView) };
    },
  );
  return Promise.resolve();
};

function candidateView({ facts, factors }: Candidate<EngineerCandidate>): CandidateView {
  const { id, nameEn, nameZh, organisation } = facts.engineer;
  return {
    engineer: {
      id,
      names: { en: nameEn, zh: nameZh },
      outletId: organisation.id,
      outletNames: { en: organisation.nameEn, zh: organisation.nameZh },
      serviceLevel: facts.serviceLevel,
    },
    nextFree: facts.nextFree ?? null,
    factors: factors.map((one) => ({ ...one })),
  };
}
