import { partsOrder as decider } from '../domain/parts-order/decider';
import { processWorkflow } from './process';

/** The parts order as a durable process. */
export const partsOrder = processWorkflow(decider);
