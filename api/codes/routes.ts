import { createHash } from 'node:crypto';
import type { Bilingual } from '../../domain/bilingual';
import { CODE_LISTS } from '../../domain/code-lists';
import type { Routes } from '../context';
import { isTagNamed, NOT_MODIFIED } from '../http/conditional';
import { PROBLEMS } from '../http/schema/common';
import { CodeLists, CodesHeaders } from './schema';

const listed = (words: Readonly<Record<string, Bilingual>>) =>
  Object.entries(words).map(([code, { en, zh }]) => ({ code, name: { en, zh } }));

/** The words of all codes: they change with a version of Aftercare alone. */
export const codes: Routes = (app) => {
  const answer = Object.fromEntries(
    Object.entries(CODE_LISTS).map(([name, words]) => [name, listed(words)]),
  ) as CodeLists;
  const etag = `"${createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 16)}"`;
  app.get(
    '/v1/codes',
    {
      config: { permission: 'code.read' },
      schema: {
        operationId: 'listCodes',
        tags: ['operations'],
        summary: 'Every list of codes, with the name of each code in English and Chinese',
        headers: CodesHeaders,
        response: {
          200: {
            ...CodeLists,
            examples: [{ priority: [{ code: 'urgent', name: { en: 'urgent', zh: '紧急' } }] }],
          },
          304: NOT_MODIFIED,
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      void reply.header('etag', etag);
      const isKept = isTagNamed(request.headers['if-none-match'], etag);
      return isKept ? reply.status(304).send(undefined) : answer;
    },
  );
  return Promise.resolve();
};
