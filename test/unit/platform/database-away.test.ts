import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from '../../../platform/database-away';

describe('a database that is away', () => {
  it.each([
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('timeout exceeded when trying to connect'),
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is shutting down'), { code: '57P03' }),
    Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
    new Error('a statement failed', { cause: new Error('Connection terminated') }),
  ])('is known by what the driver says: %s', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    new Error('duplicate key'),
    Object.assign(new Error('unique'), { code: '23505' }),
    'Connection terminated',
  ])('is not what fails for another reason: %s', (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
