import type { Actor } from '../../domain/identity/actor';
import { answered, appointmentIn, by, cancelled, classified, clerk, staff } from './cast';
import type { Step, Story } from './story';

const outletEngineer = staff('engineer', 'repair-engineer', 'outlet');
const offered = by(clerk, {
  type: 'offer',
  data: {
    ladder: [
      { tier: 'outlet', organisationId: 'outlet', nameEn: 'Outlet', nameZh: '服务站' },
      { tier: 'centre', organisationId: 'east', nameEn: 'East', nameZh: '华东' },
      { tier: 'hq', organisationId: 'hq', nameEn: 'Headquarters', nameZh: '总部' },
    ],
    regionId: 'east',
    appointment: appointmentIn(2090),
    parts: [],
  },
});
const taken = (actor: Actor): Step =>
  by(actor, {
    type: 'acceptOffer',
    data: {
      engineer: { id: 'engineer-3', name: '工程师三', outletId: 'outlet', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(2090),
    },
  });

/** An offer without an answer escalates by itself (ADR 22). */
export const OFFER_STORIES: readonly Story[] = [
  { name: 'offer-accepted', steps: [answered, classified('repair'), offered, taken(outletEngineer), cancelled] },
  {
    name: 'offer-declined-then-silence',
    steps: [
      answered,
      classified('repair'),
      offered,
      by(outletEngineer, { type: 'declineOffer', data: { reason: 'nobody free' } }),
      { until: 'ClockExpired' },
      { until: 'OfferPassedOn', times: 2 },
      by(clerk, { type: 'withdrawOffer', data: { reason: 'customer called off' } }),
      cancelled,
    ],
  },
];
