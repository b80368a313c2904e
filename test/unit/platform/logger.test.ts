import { describe, expect, it } from '@jest/globals';
import { Prisma } from '../../../platform/database';
import { createLogger } from '../../../platform/logger';

/** The line that is written for this error. */
function logged(error: unknown): string {
  const lines: string[] = [];
  createLogger('test', 'info', { write: (line) => void lines.push(line) }).error({ err: error }, 'failed');
  return lines.join('');
}

describe('an error in the log', () => {
  it('has its name, words, code, stack and cause', () => {
    const cause = Object.assign(new TypeError('the cause'), { code: 'ECONNRESET' });
    const line: unknown = JSON.parse(logged(new Error('it failed', { cause })));
    expect(line).toMatchObject({
      msg: 'failed',
      err: {
        type: 'Error',
        message: 'it failed',
        stack: expect.stringContaining('logger.test'),
        cause: { type: 'TypeError', message: 'the cause', code: 'ECONNRESET' },
      },
    });
  });

  it('does not have what else it carries: PostgreSQL quotes the row in its detail', () => {
    const detail = 'Key (phone)=(+8613987654321) already exists.';
    const error = Object.assign(new Error('duplicate key'), { detail, meta: { cause: { detail } } });
    expect(logged(error)).not.toContain('13987654321');
  });

  it('does not have the arguments of a call that Prisma refused, but the reason', () => {
    const message =
      'Invalid `create()` invocation:\n\n{ data: { phone: "+8613987654321" } }\n\nArgument `name` is missing.';
    const line = logged(new Prisma.PrismaClientValidationError(message, { clientVersion: '0' }));
    expect(line).not.toContain('13987654321');
    expect(line).toContain('Argument `name` is missing.');
  });

  it('may be anything that was thrown', () => {
    expect(JSON.parse(logged('a word'))).toMatchObject({ err: { type: 'string', message: 'a word' } });
  });

  it('ends where causes go round in a circle', () => {
    const error = new Error('round');
    error.cause = error;
    expect(logged(error)).toContain('round');
  });
});
