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

describe('what is logged', () => {
  const line = (bound: object, fields: object): unknown => {
    const lines: string[] = [];
    createLogger('test', 'info', { write: (text) => void lines.push(text) })
      .child(bound)
      .info(fields, 'told');
    return JSON.parse(lines.join(''));
  };

  it('is without secrets and people’s data, however deep they stand, in lists too', () => {
    const phone = '+8613987654321';
    const fields = {
      phone,
      customer: { phone, id: 'c1' },
      all: [{ contacts: [phone] }, [{ a: { b: { phone } } }]],
    };
    expect(line({}, fields)).toMatchObject({
      phone: '[redacted]',
      customer: { phone: '[redacted]', id: 'c1' },
      all: [{ contacts: '[redacted]' }, [{ a: { b: { phone: '[redacted]' } } }]],
    });
  });

  it('is without them where they are bound to the logger of a request', () => {
    expect(line({ token: 'abc', staffId: 's1' }, {})).toMatchObject({ token: '[redacted]', staffId: 's1' });
  });

  it('may be a date, an error beside another, and go round in a circle', () => {
    const round: { self?: object } = {};
    round.self = round;
    const fields = { at: new Date(0), left: Object.assign(new Error('left'), { detail: 'a row' }), round };
    expect(line({}, fields)).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      left: { type: 'Error', message: 'left' },
    });
    expect(JSON.stringify(line({}, fields))).not.toContain('a row');
  });
});
