/** Checks that must never fail: a server error, and a status that the document does not declare. */
export const UNFORGIVEN = ['not_a_server_error', 'status_code_conformance'] as const;

export interface Counts {
  readonly calls: number;
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** By the name of the check: where it failed and how, once for each time. */
  readonly failures: ReadonlyMap<string, readonly string[]>;
}

interface Check {
  readonly name: string;
  readonly status: string;
}
interface Recorder {
  readonly label: string;
  readonly checks?: Readonly<Record<string, readonly Check[]>>;
  readonly interactions?: Readonly<
    Record<string, { readonly response: { readonly status_code: number } | null }>
  >;
}

/** @param report events as lines of JSON, as Schemathesis writes them. */
export function countsOf(report: string): Counts {
  const statuses = new Map<number, number>();
  const failures = new Map<string, string[]>();
  let calls = 0;
  for (const { label, checks, interactions } of report.split('\n').flatMap(recorderIn)) {
    for (const [id, { response }] of Object.entries(interactions ?? {})) {
      calls += 1;
      const status = response?.status_code ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      for (const { name } of (checks?.[id] ?? []).filter((check) => check.status === 'failure'))
        failures.set(name, [...(failures.get(name) ?? []), `${label}: ${status}`]);
    }
  }
  return { calls, statuses, failures };
}

function recorderIn(line: string): Recorder[] {
  if (line === '') return [];
  const event: unknown = JSON.parse(line);
  return isFinished(event) ? [event.ScenarioFinished.recorder] : [];
}

// Schemathesis wrote it, of the version that is asked for.
const isFinished = (
  event: unknown,
): event is { readonly ScenarioFinished: { readonly recorder: Recorder } } =>
  typeof event === 'object' && event !== null && 'ScenarioFinished' in event;
