interface Resolution {
  readonly resolution: string;
}

export interface RemoteCommands {
  readonly resolveRemotely: Resolution;
}

export interface RemoteEvents {
  readonly CaseResolvedRemotely: Resolution;
}

/** Flat in the state of the case: running workflows carry it so. */
export type RemoteState = Partial<Resolution>;
