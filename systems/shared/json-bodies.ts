import fp from 'fastify-plugin';
import { charsetOf, duplicateKey, utf8Text } from '../../platform/strict-json';

/** The error handler turns it into a problem. */
class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  constructor(
    message: string,
    readonly statusCode: 400 | 415 = 400,
  ) {
    super(message);
  }
}

/** Bodies are one JSON text in UTF-8 that says each thing once, as at the API of Aftercare itself. */
export const jsonBodies = fp((app, _options, done) => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, parsed) => {
    const charset = charsetOf(request.headers['content-type']);
    const text = typeof body === 'string' ? body : utf8Text(body);
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
      parsed(new UnreadableBody('Send JSON as UTF-8.', 415));
    else if (text === undefined) parsed(new UnreadableBody('The body is not UTF-8.'));
    else
      void parse(request, text, (error, value) => {
        const twice = error ? undefined : duplicateKey(text);
        if (twice === undefined) parsed(error, value);
        else parsed(new UnreadableBody(`The field "${twice}" stands twice in one object.`));
      });
  });
  done();
});
