import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema } from 'fastify';
import fp from 'fastify-plugin';
import { SESSION_COOKIE } from '../../access/session-cookie';
import { EVENT_COMPONENTS, TimelineEntryDocumented } from '../../cases/timeline-schema';
import { CalendarDefinitionDocumented } from '../../policies/calendar-definition-schema';
import { TaskParamsDocumented } from '../../tasks/params-schema';
import { EXPORTED_LISTS } from '../../exports/lists';
import { documentedHeaders } from '../schema/headers';
import { hoistComponents, PROBLEM_RESPONSES } from './openapi-components';
import { bodyProblems, describedResponses } from './response-words';

/** How one comes in where that is not by the login of staff. */
const DOORS: Readonly<Record<string, readonly Readonly<Record<string, string[]>>[]>> = {
  public: [],
  'customer-link': [{ customerLink: [] }],
};

const BODY_PROBLEMS = bodyProblems();

const SHARED_RESPONSES = {
  ...PROBLEM_RESPONSES,
  TimedOut: BODY_PROBLEMS[408],
  TooLarge: BODY_PROBLEMS[413],
  UnsupportedMediaType: BODY_PROBLEMS[415],
};

/** Components that the document describes further than the schemas of the routes do. */
const DOCUMENTED = {
  CalendarDefinition: CalendarDefinitionDocumented,
  TaskParams: TaskParamsDocumented,
  TimelineEntry: TimelineEntryDocumented,
};

const withFile = (description: string | undefined): string =>
  [description, 'With `Accept: text/csv`, or as `.csv`: all of it as filtered, as a file.']
    .filter((text) => text !== undefined)
    .join(' ');

const responsesOf = ({ response }: FastifySchema): Readonly<Record<string, unknown>> =>
  typeof response === 'object' && response !== null ? { ...response } : {};

/** OpenAPI 3.1 from the routes' own schemas, readable at `/docs`; each operation names the permission it needs. */
export default fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Aftercare',
          version: '1.0.0',
          description:
            'After-sales service: each service case is a durable process. 售后服务：每张服务单都是一个持久流程。',
        },
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
            session: {
              type: 'apiKey',
              in: 'cookie',
              name: SESSION_COOKIE,
              description:
                'Set by the login. Everything but GET and HEAD needs `csrfToken` of the login or of GET /v1/me as X-CSRF-Token',
            },
            customerLink: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'JWT',
              description: 'What stands after the hash of the link that the customer was sent',
            },
          },
        },
        security: [{ bearer: [] }, { session: [] }],
      },
      transform: ({ schema, url, route }) => {
        const permission = route.config?.permission;
        // A route without a schema comes with none.
        const given: FastifySchema = { ...schema };
        const open = permission === undefined ? undefined : DOORS[permission];
        return {
          schema: {
            ...schema,
            ...(given.headers !== undefined && { headers: documentedHeaders(given.headers) }),
            response: {
              ...(given.body !== undefined && bodyProblems(route.bodyLimit)),
              ...describedResponses(responsesOf(given)),
            },
            ...(EXPORTED_LISTS[url] &&
              route.method === 'GET' && { description: withFile(given.description) }),
            ...(open && { security: open }),
            ...(permission !== undefined && { 'x-permission': permission }),
          },
          url,
        };
      },
      transformObject: (given) => {
        const document = 'openapiObject' in given ? given.openapiObject : given.swaggerObject;
        hoistComponents(document, {
          responses: SHARED_RESPONSES,
          documented: DOCUMENTED,
          further: EVENT_COMPONENTS,
        });
        return document;
      },
    });
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { docExpansion: 'list', deepLinking: true },
      // Its scripts and styles are files of its own; what it draws has styles of its own and pictures in data URLs.
      staticCSP: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    });
  },
  { name: 'openapi' },
);
