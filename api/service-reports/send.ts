import type { FastifyReply } from 'fastify';
import type { DocumentView } from '../../documents/paper/view';
import { contentDisposition } from '../http/content-disposition';

/** Sends a paper, named by its number. */
export const sendPdf = (reply: FastifyReply, { number, audience }: DocumentView, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header(
      'content-disposition',
      contentDisposition('inline', `${number}${audience === 'internal' ? '-internal' : ''}.pdf`),
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .send(pdf);
