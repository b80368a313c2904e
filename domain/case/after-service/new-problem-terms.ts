/** A problem that was found on contact after the service: a request of its own, with its own case (R24). */
export interface NewProblem {
  /** Number of the reporting event: the call that registers the problem carries it. */
  readonly seq: number;
  readonly text: string;
  readonly foundAt: string;
  readonly registered?: { readonly requestNumber: string; readonly caseNumber: string };
  /** The register could not take it: a person does. */
  readonly failed?: true;
  /** Its text stands in its event alone (ADR 37). */
  readonly isCut?: true;
}
