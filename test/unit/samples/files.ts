import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
export const COMPANY = join(root, 'samples/company');
export const REQUESTS = join(root, 'samples/requests.json');
