import { format } from 'prettier';
import { buildApi } from '../api/app';
import { serializerAtOnce } from '../api/http/serialisation';
import { validatorAtOnce } from '../api/http/validation';
import { unconnected } from './unconnected';

/**
 * The API's OpenAPI document as text, from the routes themselves; nothing is connected to. Every route's schemas are compiled, so that
 * one that cannot be is found here and not by its first request.
 */
export async function openApiDocument(): Promise<string> {
  const { close, ...dependencies } = unconnected();
  const compilers = { validator: validatorAtOnce, serializer: serializerAtOnce };
  const app = await buildApi({ ...dependencies, compilers });
  await app.ready();
  const document = await format(JSON.stringify(app.swagger()), { parser: 'json', printWidth: 110 });
  await app.close();
  await close();
  return document;
}
