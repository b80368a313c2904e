/** One wrong thing to send, and the answer it has. */
export interface Wrong {
  readonly name: string;
  /** `requests`, `commands` (of the test's case), or an address. */
  readonly to: string;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly body?: object;
  /** Sent as it is, where no object could say it. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Login of the sender; by default the east clerk. */
  readonly by?: string;
  /** Status, code and field. */
  readonly expected: string;
}

/** A command that could be given. */
export const note = (n: number): object => ({ id: `wrong-note-${n}`, type: 'addNote', data: { text: 'x' } });
