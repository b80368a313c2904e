import type { Flow } from './flow';
import { ON_SITE } from './on-site/flow';
import { REMOTE } from './remote/flow';
import type { RequestType } from './all-terms';
import type { FLOW_TERMS } from './terms';

/** The flow of each request type. Repairs, installations and relocations are one flow today (ADR 12). */
export const FLOWS = {
  consultation: REMOTE,
  repair: ON_SITE,
  installation: ON_SITE,
  refund: REMOTE,
  exchange: REMOTE,
  relocation: ON_SITE,
  'spare-parts': REMOTE,
  complaint: REMOTE,
  'quality-feedback': REMOTE,
  'care-visit': REMOTE,
} as const satisfies { readonly [F in RequestType]: Flow<(typeof FLOW_TERMS)[F]> };
