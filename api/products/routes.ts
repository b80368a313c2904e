import { Type } from '@sinclair/typebox';
import type { Routes } from '../context';
import { etagOf, versionRead } from '../http/conditional';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { WriteHeaders } from '../http/schema/headers';
import { NewProduct, ProductAnswer, ProductPatch } from '../units/product-schema';
import { productView } from './view';
import { addProduct, updateProduct } from './write';

/** Products of the company: entered and corrected. */
export const products: Routes = (app, { database }) => {
  app.post(
    '/v1/products',
    {
      config: { permission: 'entitlement.write' },
      schema: {
        operationId: 'addProduct',
        tags: ['entitlement'],
        summary: 'Enter a product with the warranty terms of its units',
        description: 'Sent again it answers 200 and changes nothing.',
        body: NewProduct,
        response: {
          200: ProductAnswer,
          201: ProductAnswer,
          ...PROBLEMS,
          409: problemResponse('PRODUCT.EXISTS: that code is taken by something else'),
          422: problemResponse('ENTITLEMENT.INVALID'),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const by = principal.actor.id;
      const { row, isNew } = await addProduct(database, body, { by, now: new Date() });
      log.info({ product: row.code, by, isNew }, 'product');
      void reply.header('etag', etagOf(row.version));
      return reply.status(isNew ? 201 : 200).send(productView(row));
    },
  );

  app.patch(
    '/v1/products/:code',
    {
      config: { permission: 'entitlement.write' },
      schema: {
        operationId: 'updateProduct',
        tags: ['entitlement'],
        summary: 'Correct the names of a product, or its family',
        description:
          'If-Match with the version that was read. Its terms are not rewritten: `POST /v1/products/{code}/warranty-terms` enters others for units sold later.',
        params: Type.Object({ code: Id }),
        headers: WriteHeaders,
        body: ProductPatch,
        response: {
          200: ProductAnswer,
          ...PROBLEMS,
          412: problemResponse('RESOURCE.STALE: somebody else has changed it since; nothing was changed'),
          428: problemResponse('PRECONDITION.REQUIRED'),
        },
      },
    },
    async ({ principal, params: { code }, headers, body, log }, reply) => {
      const by = principal.actor.id;
      const version = versionRead(headers['if-match']);
      const row = await updateProduct(database, { code, version, patch: body }, { by, now: new Date() });
      log.info({ product: code, by, version: row.version, fields: Object.keys(body) }, 'product changed');
      return reply.header('etag', etagOf(row.version)).send(productView(row));
    },
  );
  return Promise.resolve();
};
