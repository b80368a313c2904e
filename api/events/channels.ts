/** The channel of PostgreSQL that tells who has opened or left a case. */
export const PRESENCE_CHANNEL = 'aftercare_presence';
