import { describe, expect, it } from '@jest/globals';
import { countsOf } from '../../../cli/fuzz/counts';

const scenario = (
  label: string,
  ...answers: readonly (readonly [status: number, failed: readonly string[]])[]
) =>
  JSON.stringify({
    ScenarioFinished: {
      recorder: {
        label,
        checks: Object.fromEntries(
          answers.map(([, failed], n) => [n, failed.map((name) => ({ name, status: 'failure' }))]),
        ),
        interactions: Object.fromEntries(
          answers.map(([code], n) => [n, { response: { status_code: code } }]),
        ),
      },
    },
  });

describe('what a report of Schemathesis comes to', () => {
  it('is counted: calls, statuses, and each failure of each check', () => {
    const report = [
      JSON.stringify({ EngineStarted: {} }),
      scenario('GET /v1/cases', [200, []], [500, ['not_a_server_error', 'status_code_conformance']]),
      scenario('POST /v1/login', [418, ['status_code_conformance']]),
      JSON.stringify({ ScenarioFinished: { recorder: { label: 'nothing was asked' } } }),
      '',
    ].join('\n');
    const { calls, statuses, failures } = countsOf(report);
    expect(calls).toBe(3);
    expect([...statuses]).toEqual([
      [200, 1],
      [500, 1],
      [418, 1],
    ]);
    expect([...failures]).toEqual([
      ['not_a_server_error', ['GET /v1/cases: 500']],
      ['status_code_conformance', ['GET /v1/cases: 500', 'POST /v1/login: 418']],
    ]);
  });
});
