import { later } from '../later';

/** Parts of the case page that many cases do not have. */
export const Wish = later(async () => (await import('./wish')).Wish);
export const Quote = later(async () => (await import('./quote')).Quote);
export const Survey = later(async () => (await import('./survey')).Survey);
export const Parts = later(async () => (await import('./parts')).Parts);
export const Papers = later(async () => (await import('./papers')).Papers);
export const Photos = later(async () => (await import('./photos')).Photos);
