import { serviceCase as caseDecider } from '../domain/case/decider';
import { partsOrder as orderDecider } from '../domain/parts-order/decider';
import { processWorkflow } from './process';

// Every process Aftercare runs: one line each. The name of an export is the workflow's type, which histories hold.
export const serviceCase = processWorkflow(caseDecider);
export const partsOrder = processWorkflow(orderDecider);
