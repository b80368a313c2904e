import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Text } from '../http/schema/common';
import { At } from '../http/schema/paging';

/** A path is no name. */
export const LONGEST_NAME = 200;
const FileName = Text(LONGEST_NAME, {
  description:
    'Name of the file, without a folder; kept with the ending of its type (`.png`, `.jpg`, `.webp`, `.pdf`) where it has another',
  examples: ['nameplate.jpg'],
});

export const AttachmentQuery = Closed({
  name: { ...FileName, pattern: '^[^\\u0000-\\u001F\\u007F/\\\\\\uD800-\\uDFFF]+$' },
});

const FACTS = {
  id: Id,
  name: Type.String(),
  type: Type.String({ examples: ['image/jpeg'], description: 'By the bytes themselves' }),
  sizeBytes: Type.Integer(),
  sha256: Type.String(),
};
export const AttachmentFactsSchema = Type.Object(FACTS, { title: 'AttachmentFacts' });

const EXAMPLE = {
  id: 'att-0b6f7a52-6f0b-4a51-9b43-0d4a9c6f1c55',
  name: 'nameplate.jpg',
  type: 'image/jpeg',
  sizeBytes: 184_320,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  uploadedBy: { id: 'stf-029', name: '钱俊峰' },
  uploadedAt: '2026-11-22T05:12:00.000Z',
};

export const AttachmentSchema = Type.Object(
  { ...FACTS, uploadedBy: Type.Object({ id: Type.String(), name: Type.String() }), uploadedAt: At },
  { title: 'Attachment', examples: [EXAMPLE] },
);
export type AttachmentView = Static<typeof AttachmentSchema>;
export const AttachmentList = Type.Object(
  { items: Type.Array(AttachmentSchema, { description: 'In the order in which they were sent' }) },
  { title: 'AttachmentList', examples: [{ items: [EXAMPLE] }] },
);
