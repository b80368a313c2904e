import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id (the library's default algorithm) at OWASP's setting for it: 19 MiB of memory, 2 passes, 1 lane.
 * OWASP Password Storage Cheat Sheet; RFC 9106. A hash names its own parameters, so raising these leaves old hashes valid.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep, as a PHC string with its own salt. About 20 ms of one core, off the event loop. */
export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), ARGON2ID);

/** Whether this is the password that was hashed. @throws {Error} if `passwordHash` is no Argon2 hash. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, asTyped(password));

/** One password has one form, whichever keyboard it came from (RFC 8265 §4.2.2: NFC). */
const asTyped = (password: string): string => password.normalize('NFC');
