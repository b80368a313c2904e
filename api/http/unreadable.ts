import type { Bilingual } from '../../domain/bilingual';

const UNREADABLE: Readonly<Record<string, Bilingual>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: { en: 'the body is empty', zh: '内容为空' },
  FST_ERR_CTP_INVALID_JSON_BODY: { en: 'the body is not valid JSON', zh: '内容不是有效的 JSON' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    en: 'the length of the body does not match its Content-Length',
    zh: '内容长度与 Content-Length 不符',
  },
  FST_ERR_BAD_URL: { en: 'the address cannot be decoded', zh: '请求地址无法解码' },
};

/** The reason of what Fastify could not even read, in words for both languages; its own are English. */
export function unreadable(error: Error): { readonly en: string; readonly zh: string } {
  const code = 'code' in error ? String(error.code) : '';
  return UNREADABLE[code] ?? { en: error.message, zh: '无法读取' };
}
