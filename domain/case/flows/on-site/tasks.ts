import { arriveTask } from '../../dispatch/tasks';
import { awaitPartsTask } from '../../parts/tasks';
import { onSiteTask } from '../repair/tasks';
import { isUnverified } from '../repair/verification';
import type { Flow } from '../flow';
import type { ON_SITE_TERMS } from './terms';

export const ON_SITE_TASKS: Flow<typeof ON_SITE_TERMS>['tasks'] = {
  dispatched: arriveTask,
  'on-site': onSiteTask,
  'awaiting-parts': awaitPartsTask,
  repaired: (state) => ({ kind: isUnverified(state) ? 'verify' : 'report', clock: 'resolution' }),
};
