import { Type } from '@sinclair/typebox';
import { guard } from '../../domain/case/decide';
import {
  AttachmentList,
  AttachmentQuery,
  AttachmentSchema,
  LONGEST_NAME,
  type AttachmentView,
} from './schema';
import { CaseNumber, Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { checkedType, File, fileValidator, takeFiles } from './file-body';
import { ATTACHMENT_TYPES, LARGEST_ATTACHMENT_BYTES, nameByType } from './file-type';
import { storeAttachment, WITHOUT_BYTES, type AttachmentRow } from './store';
import type { Routes } from '../context';
import { isTagNamed, NOT_MODIFIED, ReadHeaders } from '../http/conditional';
import { contentDisposition } from '../http/content-disposition';
import { ApiError } from '../http/problems';
import { readableCase, visibleCase } from '../cases/visible-case';

const params = Type.Object({ number: CaseNumber });
const tags = ['attachments'];

/** Photos, signatures and papers of a case (R18). */
export const attachments: Routes = (app, { database, config }) => {
  const quota = { files: config.AFTERCARE_CASE_FILES, megabytes: config.AFTERCARE_CASE_FILES_MB };
  // Here a body is a file, as it is.
  takeFiles(app, ATTACHMENT_TYPES);

  app.post(
    '/v1/cases/:number/attachments',
    {
      config: { permission: 'case.attach' },
      bodyLimit: LARGEST_ATTACHMENT_BYTES,
      schema: {
        operationId: 'uploadAttachment',
        tags,
        summary: 'Keep a file with a case: PNG, JPEG, WebP or PDF, 5 MB at most',
        description:
          'The body is the file as it is. The same bytes sent again to the same case are answered with the attachment that is there. Put it on record with the command `attach`, or name it in the service report.',
        params,
        querystring: AttachmentQuery,
        consumes: [...ATTACHMENT_TYPES],
        body: File,
        response: {
          200: { ...AttachmentSchema, description: 'It was there already' },
          201: AttachmentSchema,
          ...PROBLEMS,
          409: problemResponse('CASE.ENDED, ATTACHMENT.TOO_MANY, ATTACHMENT.QUOTA_EXCEEDED'),
          415: problemResponse('ATTACHMENT.TYPE_UNSUPPORTED'),
          422: problemResponse('ATTACHMENT.TYPE_MISMATCH'),
        },
      },
      validatorCompiler: fileValidator,
      // Before its body is read: what is sent to a case of others is not taken in.
      onRequest: async (request) => {
        await mayAttach(request.params.number, request);
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const { processId } = await visibleCase(database, number, request.principal);
      const type = checkedType(request.body, request);
      const file = { processId, bytes: request.body, type, name: request.query.name };
      const { row, isNew } = await storeAttachment(database, { ...file, by: request.principal.actor }, quota);
      request.log.info(
        { processId, attachmentId: row.id, type, sizeBytes: row.sizeBytes, isNew },
        'attachment',
      );
      return reply
        .status(isNew ? 201 : 200)
        .header('location', `/v1/cases/${number}/attachments/${row.id}`)
        .send(viewOf(row));
    },
  );

  app.get(
    '/v1/cases/:number/attachments',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'listAttachments',
        tags,
        summary: 'The files that are kept with a case',
        params,
        response: { 200: AttachmentList, ...PROBLEMS },
      },
    },
    async ({ params: { number }, principal }) => {
      const { processId } = await readableCase(database, number, principal);
      const rows = await database.attachment.findMany({
        where: { processId },
        omit: WITHOUT_BYTES,
        orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
      });
      return { items: rows.map(viewOf) };
    },
  );

  app.get(
    '/v1/cases/:number/attachments/:id',
    {
      config: { permission: 'case.read' },
      schema: {
        operationId: 'downloadAttachment',
        tags,
        summary: 'A file of a case, as it was sent',
        params: Type.Object({ number: CaseNumber, id: Id }),
        headers: ReadHeaders,
        produces: [...ATTACHMENT_TYPES],
        response: { 200: File, 304: NOT_MODIFIED, ...PROBLEMS },
      },
    },
    async ({ params: { number, id }, headers, principal }, reply) => {
      const { processId } = await readableCase(database, number, principal);
      const row = await database.attachment.findFirst({ where: { id, processId } });
      if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
      const etag = `"${row.sha256}"`;
      // The browser asks each time: its copy is refused after a logout, and to those who do not see the case.
      void reply.header('cache-control', 'private, no-cache').header('etag', etag);
      if (isTagNamed(headers['if-none-match'], etag)) return reply.status(304).send(undefined);
      return reply
        .type(row.type)
        .header(
          'content-disposition',
          contentDisposition('attachment', nameByType(row.name, row.type, LONGEST_NAME)),
        )
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(row.bytes));
    },
  );

  async function mayAttach(number: string, { principal }: { principal: Parameters<typeof visibleCase>[2] }) {
    // The validation that follows reports a malformed number.
    if (!new RegExp(CaseNumber.pattern ?? '').test(number)) return;
    const { state } = await visibleCase(database, number, principal);
    const refusal = guard(state, 'attach', principal.actor);
    if (refusal) throw refusal;
  }
  return Promise.resolve();
};

const viewOf = ({
  id,
  name,
  type,
  sizeBytes,
  sha256,
  uploadedBy,
  uploaderName,
  uploadedAt,
}: AttachmentRow): AttachmentView => ({
  id,
  name,
  type,
  sizeBytes,
  sha256,
  uploadedBy: { id: uploadedBy, name: uploaderName },
  uploadedAt: uploadedAt.toISOString(),
});
