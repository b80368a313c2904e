import { api, bodyOf, type Schemas } from '../api';

/** Types of file that the API takes, by the bytes themselves. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** Keeps a file with a case. The same bytes again are the same attachment: safe to repeat. */
export const uploadFile = (number: string, file: File): Promise<Schemas['Attachment']> =>
  bodyOf(
    api.POST('/v1/cases/{number}/attachments', {
      params: { path: { number }, query: { name: file.name } },
      headers: { 'content-type': file.type },
      // The document calls the bytes of a file a string: the serializer sends the file itself.
      body: file.name,
      bodySerializer: () => file,
    }),
  );
