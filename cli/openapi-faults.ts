/** Faults of a document by the rules of OpenAPI itself, one a line; '' where it keeps them. */
export async function openApiFaults(text: string): Promise<string> {
  // An ES module, which only an import at run time reaches from here.
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const document: unknown = JSON.parse(text);
  if (typeof document !== 'object' || document === null) return 'the document is no object';
  const { valid, errors } = await new Validator().validate({ ...document });
  if (valid) return '';
  if (!Array.isArray(errors)) return errors ?? 'the document is not valid';
  return errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`).join('\n');
}
