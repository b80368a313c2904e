import { DAY_MS } from '../../domain/clock/instant';
import { PROMISES } from '../../domain/promises/definitions';
import type { Routes } from '../context';
import { limiter } from '../http/limiter';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { measure } from './measure';
import { PublicPromises, type PublicPromiseList } from './public-schema';

const MEASURED_DAYS = 365;
/** Figures of a year do not change by the minute, and measuring reads all of it. */
const KEPT_MS = 10 * 60_000;
const LIMIT = { max: 60 };

/** The published promises with their figures, for anybody (R37). */
export const publicPromises: Routes = (app, { database }) => {
  let kept: { readonly untilMs: number; readonly list: Promise<PublicPromiseList> } | undefined;

  async function measured(now: Date): Promise<PublicPromiseList> {
    const from = new Date(now.getTime() - MEASURED_DAYS * DAY_MS).toISOString();
    const items = [];
    for (const promise of PROMISES) {
      const { key, name, text } = promise;
      const { percent, due } = await measure(database, promise, { kind: 'all' }, { from }, now);
      items.push({ key, name, text, percent, due });
    }
    return { from, asOf: now.toISOString(), items };
  }

  app.get(
    '/v1/public/promises',
    {
      config: { permission: 'public' },
      onRequest: limiter(app, LIMIT),
      schema: {
        operationId: 'listPublicPromises',
        tags: ['public'],
        summary: 'What the company promises, and how it kept that in the last year',
        response: {
          200: PublicPromises,
          429: problemResponse('RATE.LIMITED: see retry-after'),
          503: PROBLEMS[503],
        },
      },
    },
    async () => {
      const now = new Date();
      if (!kept || kept.untilMs < now.getTime()) {
        const list = measured(now);
        kept = { untilMs: now.getTime() + KEPT_MS, list };
        // A failure is not kept: the next reader has it measured again.
        list.catch(() => (kept = undefined));
      }
      return kept.list;
    },
  );
  return Promise.resolve();
};
