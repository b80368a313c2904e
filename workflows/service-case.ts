import { serviceCase as decider } from '../domain/case/decider';
import { processWorkflow } from './process';

/** The service case as a durable process. */
export const serviceCase = processWorkflow(decider);
