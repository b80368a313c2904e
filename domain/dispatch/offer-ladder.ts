import type { Bilingual } from '../bilingual';

/** The tiers that a job is offered to, in this order (R11). */
export const OFFER_TIERS = ['outlet', 'centre', 'hq'] as const;
export type OfferTier = (typeof OFFER_TIERS)[number];

/** An organisation of the ladder that an offer climbs. */
export interface OfferRecipient {
  readonly tier: OfferTier;
  readonly organisationId: string;
  readonly nameEn: string;
  readonly nameZh: string;
}

/** Why an offer is no longer with somebody. */
export type OfferEnd =
  'declined' | 'lapsed' | 'withdrawn' | 'dispatched' | 'cancelled' | 'resolved' | 'joined' | 'reclassified';

export const OFFER_END_NAMES: Readonly<Record<OfferEnd, Bilingual>> = {
  declined: { en: 'declined', zh: '已谢绝' },
  lapsed: { en: 'not answered in time', zh: '逾期未答复' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  dispatched: { en: 'an engineer was dispatched directly', zh: '已直接派工' },
  cancelled: { en: 'the case was cancelled', zh: '服务单已取消' },
  resolved: { en: 'resolved without a visit', zh: '已远程解决，无需上门' },
  joined: { en: 'the case was merged into another', zh: '服务单已并入其他服务单' },
  reclassified: { en: 'a visit is no longer needed', zh: '已重新分类，无需上门' },
};

/**
 * Returns the next rung after `from`; undefined after the last. Skips organisations that had the offer
 * before, except the last: one organisation has to take the job.
 */
export function nextRecipient(
  ladder: readonly OfferRecipient[],
  from: OfferRecipient,
  tried: readonly string[],
): OfferRecipient | undefined {
  const after = ladder.slice(
    ladder.findIndex((recipient) => recipient.organisationId === from.organisationId) + 1,
  );
  return after.find(({ organisationId }) => !tried.includes(organisationId)) ?? after.at(-1);
}

/** Whether an engineer is one that this tier may send: an outlet its own, a centre its region's, headquarters anybody (R11). */
export function maySend(
  { tier, organisationId }: OfferRecipient,
  engineer: { readonly outletId: string; readonly regionId: string },
): boolean {
  switch (tier) {
    case 'outlet':
      return engineer.outletId === organisationId;
    case 'centre':
      return engineer.regionId === organisationId;
    case 'hq':
      return true;
  }
}
