import { processWorkflow } from '../../../workflows/process';
import { errand as decider } from './errand';

export * from '../../../workflows';
export const errand = processWorkflow(decider);
