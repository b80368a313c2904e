import { sharesInForce } from '../../domain/case/entitlement/shares';
import type { CaseEntitlement, Shares } from '../../domain/case/entitlement/terms';
import { REASON_NAMES, type ItemVerdict, type Verdict } from '../../domain/entitlement/terms';
import type { CaseEntitlementView, VerdictView } from './entitlement-schema';

/** A verdict with its reasons in both languages. */
export const verdictView = ({ state, labour, parts, travel, lines, basis }: Verdict): VerdictView => ({
  state,
  labour: itemView(labour),
  parts: itemView(parts),
  travel: itemView(travel),
  lines: lines.map((line) => ({ partNumber: line.partNumber, ...itemView(line) })),
  basis: {
    onDay: basis.onDay,
    from: basis.from,
    soldOn: basis.soldOn,
    deliveredOn: basis.deliveredOn ?? null,
    installedOn: basis.installedOn ?? null,
    transferredOn: basis.transferredOn ?? null,
    replaces: basis.replaces ?? null,
    contract: basis.contract ?? null,
    cause: basis.cause ?? null,
  },
});

const itemView = ({ percent, reason, until, source }: ItemVerdict) => ({
  percent,
  reason,
  reasonName: REASON_NAMES[reason],
  until: until ?? null,
  source: source ?? null,
});

const sharesOf = ({ labour, parts, travel }: Shares) => ({ labour, parts, travel });

export function caseEntitlementView(entitlement: CaseEntitlement): CaseEntitlementView {
  const { judged, overruling: override } = entitlement;
  const inForce = sharesInForce(entitlement);
  return {
    inForce: inForce ? sharesOf(inForce) : null,
    judged: judged ? verdictView(judged) : null,
    overruling: override
      ? {
          ...sharesOf(override),
          reason: override.reason,
          by: override.by,
          at: override.at,
          overruled: override.overruled ? verdictView(override.overruled) : null,
        }
      : null,
  };
}
