import { createContext, useContext } from 'react';
import type { Schemas } from '../api';
import type { Faults } from './form-values';
import type { Visit } from './use-day';

/** The things that fields of a form look up. */
export interface FormSurroundings {
  readonly number: string;
  readonly codes: Schemas['DiagnosisCodes'];
  readonly faults: Faults;
  readonly visit: Visit | undefined;
}

export const FormContext = createContext<FormSurroundings | undefined>(undefined);

export function useForm(): FormSurroundings {
  const form = useContext(FormContext);
  if (!form) throw new Error('There is no form around this field');
  return form;
}
