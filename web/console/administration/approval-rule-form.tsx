import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { localInstant } from '../forms/values';
import { useWords } from '../language';
import { choice, field, group, NAME_EN, NAME_ZH, tomorrow } from './fields';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS as W } from './words';

type Rule = Omit<Schemas['NewApprovalRule'], 'active'>;

/** A rule by which plans or quotes have to be approved; the code of a known one enters its next version. */
export function ApprovalRuleForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(W);
  const codes = useCodes();
  const of = (list: 'approvalKind' | 'role' | 'requestType' | 'organisationKind') =>
    codes.all(list).map(({ code }) => code);
  const schema = group(
    {
      code: field(
        'line',
        { en: 'Code', zh: '代码' },
        {
          maxLength: 100,
          help: {
            en: 'Such as quote-over-5000; a known code enters its next version.',
            zh: '如 quote-over-5000；填写已有代码则为其新版本。',
          },
        },
      ),
      kind: choice(W.kind, 'approvalKind', of('approvalKind')),
      nameEn: NAME_EN,
      nameZh: NAME_ZH,
      role: choice(W.decides, 'role', of('role')),
      tier: choice({ en: 'At the level of', zh: '审批层级' }, 'organisationKind', of('organisationKind')),
      over: {
        ...group(
          {
            amountCents: field('money', { en: 'Amount', zh: '金额' }, { type: 'integer', minimum: 0 }),
            currency: field('currency', { en: 'Currency', zh: '币种' }),
          },
          ['amountCents', 'currency'],
        ),
        'x-form': { kind: 'group', label: W.over },
      },
      requestType: choice(W.requestType, 'requestType', of('requestType')),
      effectiveFrom: field('instant', W.from, { format: 'date-time' }),
    },
    ['code', 'kind', 'nameEn', 'nameZh', 'role', 'tier', 'effectiveFrom'],
  );
  return (
    <RegisterForm<Rule>
      place="approval-rule"
      title={t('addRule')}
      schema={schema}
      filled={{ effectiveFrom: localInstant(tomorrow().getTime()) }}
      save={(data) => bodyOf(api.POST('/v1/approval-rules', { body: { ...data, active: true } }))}
      onClose={onClose}
    />
  );
}
