import fastifyCompress from '@fastify/compress';
import fp from 'fastify-plugin';

/** Smaller answers fit into one packet as they are. */
const FROM_BYTES = 1_024;
/** Texts alone: pictures and PDF files are compressed already, and a frame of an event stream has to leave at once. */
const COMPRESSIBLE = /^text\/(?!event-stream)|[/+]json(?:;|$)|^image\/svg\+xml/;

/**
 * Compresses what the API answers, for those who accept it. A route whose answer carries a secret says `compress: false`: the length of a
 * compressed answer that also repeats what was asked betrays the secret letter by letter (BREACH).
 */
export const compression = fp(
  async (app) => {
    await app.register(fastifyCompress, {
      encodings: ['br', 'gzip'],
      threshold: FROM_BYTES,
      customTypes: COMPRESSIBLE,
      // A body that unpacks to a thousand times its size would pass the limit of bodies.
      globalDecompression: false,
    });
  },
  { name: 'compression' },
);
