import { useState } from 'preact/hooks';
import { post, Refused, type CustomerCase, type Schemas } from '../api';
import { answered, idFor } from '../kept';
import { useLanguage } from '../language';
import type { DoneKey } from './words';

/** The case of the link, and how its customer acts in it. */
export interface OfCase {
  readonly it: CustomerCase;
  readonly token: string;
  /** Says that something is done, and reads the case again. */
  readonly onDone: (key: DoneKey) => void;
}

type Command = Schemas['CustomerCommand'];
type Given = {
  [T in Command['type']]: Pick<Extract<Command, { type: T }>, 'type' | 'data'>;
}[Command['type']];

interface Sending {
  readonly isBusy: boolean;
  readonly error?: unknown;
}

/** Sends commands of the customer; each at most once, however often it is sent. */
export function useCommand(token: string) {
  const { language } = useLanguage();
  const [state, setState] = useState<Sending>({ isBusy: false });
  const send = async (given: Given): Promise<boolean> => {
    const content = JSON.stringify(given);
    setState({ isBusy: true });
    try {
      await post('/v1/customer/case/commands', { language, token, body: { ...given, id: idFor(content) } });
    } catch (error) {
      // A command that the server may have taken is sent with the same id again.
      if (error instanceof Refused && error.problem.status < 500) answered(content);
      setState({ isBusy: false, error });
      return false;
    }
    answered(content);
    setState({ isBusy: false });
    return true;
  };
  return { ...state, send };
}
