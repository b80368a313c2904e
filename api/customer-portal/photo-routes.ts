import type { FastifyReply, FastifyRequest } from 'fastify';
import { guard } from '../../domain/case/decide';
import { AttachmentQuery } from '../attachments/schema';
import { checkedType, File, fileValidator, takeFiles } from '../attachments/file-body';
import { LARGEST_ATTACHMENT_BYTES } from '../attachments/file-type';
import { attachmentFacts, storeAttachment } from '../attachments/store';
import { digestOf, doneBefore, execute } from '../case-commands/execute';
import type { ApiDependencies, Routes } from '../context';
import { limiter } from '../http/limiter';
import { problemResponse } from '../http/schema/common';
import { forCustomers } from './commands';
import { caseOfLink, LIMIT_PER_ADDRESS, notForSurveysAlone } from './link-holder';
import { CUSTOMER_PROBLEMS, Photo } from './schema';

const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** Leaves the engineer's photos their room in the case's quota. */
const MOST_PHOTOS = 12;
const LIMIT_PER_LINK = {
  max: 2 * MOST_PHOTOS,
  keyGenerator: ({ customer }: FastifyRequest) => customer.linkId,
};

/** Photos of customers by the link to their case (ADR 70): each is kept and on record by one request. */
export const customerPhotos: Routes = (app, dependencies) => {
  const { database, config } = dependencies;
  const quota = {
    files: config.AFTERCARE_CASE_FILES,
    megabytes: config.AFTERCARE_CASE_FILES_MB,
    filesOfOne: MOST_PHOTOS,
  };
  takeFiles(app, PHOTO_TYPES);

  app.post(
    '/v1/customer/case/photos',
    {
      config: { permission: 'customer-link' },
      bodyLimit: LARGEST_ATTACHMENT_BYTES,
      onRequest: limiter(app, LIMIT_PER_ADDRESS),
      preHandler: limiter(app, LIMIT_PER_LINK),
      schema: {
        operationId: 'addCustomerPhoto',
        tags: ['customers by link'],
        summary: 'The customer adds a photo to the case: JPEG, PNG or WebP, 5 MB at most',
        description:
          'The body is the photo as it is. The same bytes sent again are the photo that is there: send again when no answer came.',
        querystring: AttachmentQuery,
        consumes: [...PHOTO_TYPES],
        body: File,
        response: {
          200: Photo,
          ...CUSTOMER_PROBLEMS,
          409: problemResponse('CUSTOMER.NOT_NOW, ATTACHMENT.TOO_MANY, ATTACHMENT.QUOTA_EXCEEDED'),
          415: problemResponse('ATTACHMENT.TYPE_UNSUPPORTED'),
          422: problemResponse('ATTACHMENT.TYPE_MISMATCH'),
          504: problemResponse('COMMAND.OUTCOME_UNKNOWN: send the same again'),
        },
      },
      validatorCompiler: fileValidator,
    },
    async (request, reply) => {
      const { customer, body: bytes } = request;
      const { actor } = customer;
      notForSurveysAlone(customer);
      const type = checkedType(bytes, request);
      const { processId, state } = await caseOfLink(database, customer);
      const refusal = guard(state, 'attach', actor);
      if (refusal) throw forCustomers(refusal);
      const file = { processId, bytes, type, name: request.query.name, by: actor };
      const { row } = await storeAttachment(database, file, quota);
      const { id, name } = row;
      if (!state.attachments?.some((one) => one.id === id))
        await putOnRecord(dependencies, request, reply, { processId, attachmentId: id });
      return { id, name, at: row.uploadedAt.toISOString() };
    },
  );
  return Promise.resolve();
};

interface ToPut {
  readonly processId: string;
  readonly attachmentId: string;
}

/** The command has the id of the photo: sent again, it is done once. */
async function putOnRecord(
  dependencies: ApiDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { processId, attachmentId }: ToPut,
): Promise<void> {
  const { database } = dependencies;
  const { actor } = request.customer;
  const id = attachmentId.replace(/^att-/, '');
  const wire = { id, type: 'attach', data: { attachmentId } } as const;
  const asked = { processId, wire: [wire], actor };
  if (await doneBefore(database, asked)) return;
  const attachment = await attachmentFacts(database, processId, attachmentId, 'name');
  const batch = [{ id, actor, digest: digestOf(wire, actor), type: wire.type, data: { attachment } }];
  await execute(dependencies, request, reply, { ...asked, batch }).catch((error: unknown) => {
    throw forCustomers(error);
  });
}
