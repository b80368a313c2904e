import { createContext, useContext } from 'react';
import type { Schemas } from '../api';
import type { Change } from './changed-at';
import type { Faults } from './form-values';
import type { Visit } from './use-day';

/** The things that fields of a form look up. */
export interface FormSurroundings {
  readonly number: string;
  readonly codes: Schemas['DiagnosisCodes'];
  readonly faults: Faults;
  readonly visit: Visit | undefined;
  /** Changes a field by its path once something has been read: what was typed meanwhile stays. */
  readonly changeAt: (path: string, change: Change) => void;
  /** Giving the command waits for this. */
  readonly reading: (work: Promise<void>) => void;
}

export const FormContext = createContext<FormSurroundings | undefined>(undefined);

export function useForm(): FormSurroundings {
  const form = useContext(FormContext);
  if (!form) throw new Error('There is no form around this field');
  return form;
}
