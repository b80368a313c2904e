import { LANGUAGES } from '../../../domain/bilingual';
import { CHANNELS, PRIORITIES, REQUEST_TYPES, STAGES } from '../../../domain/case/terms';
import { WARRANTY_STATES } from '../../../domain/entitlement/terms';
import { SENDER_KINDS } from '../../../domain/case/facts';
import { TRIP_OUTCOMES } from '../../../domain/case/visit/trips';
import { UNFINISHED_REASONS } from '../../../domain/case/visit/terms';
import { ROLES } from '../../../domain/identity/roles';
import { CURRENCIES } from '../../../domain/money/currency';
import { ORDER_STAGES } from '../../../domain/parts-order/terms';

/** Lists of words that many schemas use, with the names of their schemas in the OpenAPI document. */
const NAMES: ReadonlyMap<readonly string[], string> = new Map<readonly string[], string>([
  [CHANNELS, 'Channel'],
  [CURRENCIES, 'Currency'],
  [LANGUAGES, 'Language'],
  [ORDER_STAGES, 'PartsOrderStage'],
  [PRIORITIES, 'Priority'],
  [REQUEST_TYPES, 'RequestType'],
  [ROLES, 'Role'],
  [SENDER_KINDS, 'SenderKind'],
  [STAGES, 'CaseStage'],
  [TRIP_OUTCOMES, 'TripOutcome'],
  [UNFINISHED_REASONS, 'UnfinishedReason'],
  [WARRANTY_STATES, 'WarrantyState'],
]);

/** The title of the schema of a list; none where the list has no name. */
export function nameOfList(list: readonly string[]): { readonly title?: string } {
  const title = NAMES.get(list);
  return title === undefined ? {} : { title };
}

/** The list that has a name and these words, in whatever order they are given. */
export const knownList = (words: readonly string[]): readonly string[] | undefined =>
  [...NAMES.keys()].find(
    (list) => list.length === words.length && list.every((word) => words.includes(word)),
  );

/** The name of one variant of a command: `AnswerCaseCommand`. */
export const variantName = (type: string, of: string): string =>
  `${type.slice(0, 1).toUpperCase()}${type.slice(1)}${of}`;
