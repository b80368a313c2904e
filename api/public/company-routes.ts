import { HQ } from '../../domain/identity/scope';
import { telephoneWords } from '../../platform/contacts';
import type { Routes } from '../context';
import { ApiError } from '../http/problems';
import { PROBLEMS } from '../http/schema/common';
import { PublicCompany } from './schema';

/** The name and the hotline of the company: on every page of customers. */
export const publicCompany: Routes = (app, { database, config }) => {
  app.get(
    '/v1/public/company',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'getPublicCompany',
        tags: ['public'],
        summary: 'The company, its hotline and its time zone, for anybody',
        response: { 200: PublicCompany, ...PROBLEMS },
      },
    },
    async () => {
      const headquarters = await database.organisation.findUnique({
        where: { id: HQ },
        select: { nameEn: true, nameZh: true, phone: true },
      });
      if (!headquarters) throw new ApiError('RESOURCE.NOT_FOUND', { what: HQ });
      const { nameEn: en, nameZh: zh, phone } = headquarters;
      return {
        names: { en, zh },
        hotline: { ...telephoneWords(phone), tel: phone },
        timeZone: config.AFTERCARE_TIME_ZONE,
      };
    },
  );
  return Promise.resolve();
};
