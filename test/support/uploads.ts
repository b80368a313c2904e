import type { AttachmentView } from '../../api/attachments/schema';
import type { Api } from '../../api/context';
import type { Answer, Reader } from './reading';

export interface Upload {
  readonly bytes: Buffer;
  readonly type?: string;
  /** As it stands in the address. */
  readonly query?: string;
}

/** Sends a file to a case. */
export async function upload<T = AttachmentView>(
  app: Api,
  by: Reader,
  caseNumber: string,
  { bytes, type = 'image/jpeg', query = `?name=${encodeURIComponent('铭牌.jpg')}` }: Upload,
): Promise<Answer<T>> {
  const response = await app.inject({
    method: 'POST',
    url: `/v1/cases/${caseNumber}/attachments${query}`,
    headers: { authorization: `Bearer ${by.token}`, 'content-type': type },
    payload: bytes,
  });
  return { status: response.statusCode, body: response.json<T>(), headers: response.headers };
}
