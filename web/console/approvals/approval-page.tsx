import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { basisPointsText } from '../../shared/percent';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { Failed, Loading } from '../shell/states';
import { CaseBrief } from './case-brief';
import { DecisionCard } from './decision-card';
import { EarlierDecisions } from './earlier-decisions';
import { OtherCases } from './other-cases';
import { PlanCard } from './plan-card';
import {
  parsedAddress,
  useApprovals,
  useCase,
  useRule,
  type Approval,
  type CaseApproval,
  type Detail,
} from './queries';
import { QuoteCard } from './quote-card';
import { UnitCard } from './unit-card';
import { APPROVALS_WORDS } from './words';

/** One approval with all that its decision needs. */
export function ApprovalPage() {
  const { id } = useParams({ from: '/approvals/$id' });
  return <One key={id} id={id} />;
}

function One({ id }: { readonly id: string }) {
  const t = useWords(APPROVALS_WORDS);
  const search = useSearch({ from: '/approvals' });
  const { number, approvalId } = parsedAddress(id);
  const found = useCase(number);
  const waiting = useApprovals('all');
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const detail = found.data;
  const approval = detail.approvals.find((one) => one.approvalId === approvalId);
  if (!approval)
    return (
      <p className="card" role="alert">
        {t('gone')}
      </p>
    );
  const listed = waiting.data?.pages
    .flatMap(({ items }) => items)
    .find((row) => row.case.number === number && row.approvalId === approvalId);
  return (
    <article className="approval">
      <Link to="/approvals" search={search} className="approval-back">
        {t('back')}
      </Link>
      <Heading approval={approval} />
      <div className="approval-columns">
        <div className="approval-facts">
          <Asked approval={approval} detail={detail} listed={listed} />
          {detail.quote && <QuoteCard quote={detail.quote} />}
          <PlanCard detail={detail} />
          <UnitCard detail={detail} />
          <CaseBrief detail={detail} />
          <OtherCases detail={detail} />
          <EarlierDecisions detail={detail} approvalId={approvalId} />
        </div>
        <DecisionCard id={id} detail={detail} approval={approval} />
      </div>
    </article>
  );
}

/** Takes the focus: the next approval is read from its beginning, by screen readers too. */
function Heading({ approval: { kindNames, what } }: { readonly approval: CaseApproval }) {
  const name = useName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 className="approval-title" ref={heading} tabIndex={-1}>
      <span className="chip">{name(kindNames)}</span> {what}
    </h2>
  );
}

interface AskedFor {
  readonly approval: CaseApproval;
  readonly detail: Detail;
  readonly listed: Approval | undefined;
}

function Asked({ approval, detail, listed }: AskedFor) {
  const t = useWords(APPROVALS_WORDS);
  const codes = useCodes();
  const name = useName();
  const { language } = useLanguage();
  const { data: rule } = useRule(approval.ruleId);
  const { amountCents, currency, why, askedBy, askedAt, delegated, reminders, status } = approval;
  const dueAt = detail.clocks.find((clock) => clock.name === 'approval' && clock.state !== 'met')?.dueAt;
  const over = rule?.over;
  const margin = listed?.marginBasisPoints;
  return (
    <section className="card">
      <dl className="facts approval-asked">
        {amountCents !== null && currency !== null && (
          <div>
            <dt>{t('amount')}</dt>
            <dd>
              <strong className="approval-amount">{moneyText(amountCents, currency, language)}</strong>
              {over?.currency === currency && over.amountCents > 0 && (
                <span className="quiet">
                  {t('over', {
                    amount: moneyText(over.amountCents, currency, language),
                    times: (amountCents / over.amountCents).toFixed(1),
                  })}
                </span>
              )}
            </dd>
          </div>
        )}
        {margin !== undefined && margin !== null && (
          <div>
            <dt>{t('margin')}</dt>
            <dd>
              <strong className="approval-amount">{basisPointsText(margin, language)}</strong>
              {typeof rule?.marginUnderBasisPoints === 'number' && (
                <span className="quiet">
                  {t('marginLimit', { limit: basisPointsText(rule.marginUnderBasisPoints, language) })}
                </span>
              )}
            </dd>
          </div>
        )}
        {status === 'open' && typeof dueAt === 'string' && (
          <div>
            <dt>{t('due')}</dt>
            <dd>
              <TimeLeft at={dueAt} />
              <span className="quiet">{instantText(dueAt, language)}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('limit')}</dt>
          <dd>{name(why)}</dd>
        </div>
        <div>
          <dt>{t('with')}</dt>
          <dd>{codes.name('role', approval.with.role)}</dd>
        </div>
      </dl>
      <p className="quiet">{t('askedBy', { name: askedBy.name, at: instantText(askedAt, language) })}</p>
      {delegated && (
        <p>{t('delegated', { name: delegated.to.name, by: delegated.by, reason: delegated.reason })}</p>
      )}
      {reminders.length > 0 && <p className="quiet">{t('reminders', { count: reminders.length })}</p>}
    </section>
  );
}
