import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

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
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
        security: [{ bearer: [] }],
      },
      transform: ({ schema, url, route }) => {
        const permission = route.config?.permission;
        const open = permission === 'public' ? { security: [] } : {};
        return {
          schema: { ...schema, ...open, ...(permission !== undefined && { 'x-permission': permission }) },
          url,
        };
      },
    });
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { docExpansion: 'list', deepLinking: true },
    });
  },
  { name: 'openapi' },
);
