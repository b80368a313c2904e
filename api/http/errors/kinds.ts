import type { RefusalKind } from '../../../domain/refusal';

/** The HTTP status of a refusal by the rules: it follows from the refusal's kind. */
export const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  unknown: 400,
  forbidden: 403,
  conflict: 409,
  stale: 412,
  invalid: 422,
};
