import { Type } from '@sinclair/typebox';
import type { Language } from '../../domain/bilingual';
import { ApiError } from './problems';

/** A version as an entity tag (RFC 9110 §8.8.3). */
export const etagOf = (version: number): string => `"${version}"`;

/** As `etagOf`, of an answer that names people in the reader's language: after a switch of languages a copy is out of date. */
export const etagIn = (version: number, language: Language): string => `"${version}-${language}"`;

const TAGS = Type.Optional(Type.String({ maxLength: 400 }));

export const ReadHeaders = Type.Object({
  'if-none-match': TAGS,
  'if-modified-since': Type.Optional(Type.String({ maxLength: 60 })),
});

export const NOT_MODIFIED = Type.Unsafe<undefined>(
  Type.Null({ description: 'What If-None-Match names is still what there is' }),
);

interface Conditions {
  readonly 'if-none-match'?: string | undefined;
  readonly 'if-modified-since'?: string | undefined;
}

/**
 * Whether the reader's copy is current. When both conditions are sent, both must hold: RFC 9110 §13.1.3 would
 * let the tag decide alone, but a recomputation without a new version must be visible.
 */
export function isUnchanged(headers: Conditions, etag: string, updatedAt: Date): boolean {
  if (!isTagNamed(headers['if-none-match'], etag)) return false;
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isNaN(since) || Math.floor(updatedAt.getTime() / 1000) * 1000 <= since;
}

/** Whether If-None-Match names this tag. */
export const isTagNamed = (tags: string | undefined, etag: string): boolean =>
  tags !== undefined && tagsIn(tags).includes(etag);

/** Weak comparison (RFC 9110 §8.8.3.2): a proxy that compresses may have weakened the tag. */
const tagsIn = (header: string): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** The version that a writer has read. @throws {ApiError} without one, or with what is no version of ours. */
export function versionRead(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new ApiError('PRECONDITION.REQUIRED', {}, 'If-Match');
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new ApiError('PRECONDITION.INVALID', {}, 'If-Match');
  return Number(version);
}
