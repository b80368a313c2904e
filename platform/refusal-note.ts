import type { FastifyRequest } from 'fastify';
import type { Answer } from './process-client';

/** Reason for a refused request, as given to its caller. */
export interface RefusalNote {
  readonly code: string;
  /** Path of the field at fault. */
  readonly field?: string;
}

const notes = new WeakMap<FastifyRequest, RefusalNote>();

/** Keeps why a request is refused for the line that the log has of it. */
export function noteRefusal(request: FastifyRequest, code: string, field?: string): void {
  notes.set(request, { code, ...(field !== undefined && { field }) });
}

export const refusalOf = (request: FastifyRequest): RefusalNote | undefined => notes.get(request);

/** The same of a process's answer. */
export const refusalIn = (answer: Answer<unknown>): RefusalNote | undefined => {
  if (answer.kind !== 'refused') return undefined;
  const { code, field } = answer.refusal;
  return { code, ...(field !== undefined && { field }) };
};
