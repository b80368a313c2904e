import { SystemRefusal } from '../../systems/shared/errors';

/** The refusal that a call comes to; fails where it succeeds or fails otherwise. */
export const refusalOf = async (call: Promise<unknown>): Promise<SystemRefusal> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof SystemRefusal) return error;
    throw error;
  }
  throw new Error('The call was expected to be refused, and was not.');
};

export const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code;
