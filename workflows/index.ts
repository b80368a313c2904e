// Every process Aftercare runs: one line each.
export { serviceCase } from './service-case';
export { partsOrder } from './parts-order';
