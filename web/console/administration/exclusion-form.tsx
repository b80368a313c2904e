import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import type { FormSchema } from '../forms/schema';
import { localInstant } from '../forms/values';
import { useName, useWords } from '../language';
import { choice, field, group, NAME_EN, NAME_ZH, RETROACTIVE_DAY, tomorrow } from './fields';
import { changesOf } from './rebase';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS as W } from './words';

type Rule = Schemas['EntitlementRule'];
type NewRule = Schemas['NewEntitlementRule'];
type Entered<Data extends { readonly retroactive?: boolean }> = Omit<Data, 'retroactive'> & {
  readonly retroactive?: boolean;
};

export const exclusionPlace = (rule: Rule | undefined): string =>
  rule === undefined ? 'exclusion' : `exclusion.${rule.id}`;

const LAST_DAY = field('date', W.lastDay, { format: 'date', help: W.lastDayHelp });

const newRule = (causes: readonly string[]): FormSchema => {
  const about = (kind: NewRule['kind'], name: typeof W.cause | typeof W.wearPart, value: FormSchema) =>
    group(
      {
        kind: field('fixed', W.exclusionKind, { const: kind, options: { [kind]: name } }),
        value,
        id: field('line', W.code, { maxLength: 64, help: W.exclusionCodeHelp }),
        nameEn: NAME_EN,
        nameZh: NAME_ZH,
        effectiveFrom: field('date', W.firstDay, { format: 'date', help: W.firstDayHelp }),
        effectiveTo: LAST_DAY,
        retroactive: RETROACTIVE_DAY,
      },
      ['kind', 'value', 'id', 'nameEn', 'nameZh', 'effectiveFrom'],
    );
  return {
    type: 'object',
    anyOf: [
      about('wear-part', W.wearPart, field('line', W.partNumber, { maxLength: 100, help: W.partNumberHelp })),
      about('excluded-cause', W.cause, choice(W.cause, 'causeCategory', causes)),
    ],
  };
};

/** A cause or a part that no warranty pays for, from a day on. */
export function NewExclusionForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(W);
  const codes = useCodes();
  const [day = ''] = localInstant(tomorrow().getTime()).split('T');
  return (
    <RegisterForm<Entered<NewRule>>
      place={exclusionPlace(undefined)}
      title={t('addExclusion')}
      schema={newRule(codes.all('causeCategory').map(({ code }) => code))}
      filled={{ kind: 'wear-part', effectiveFrom: day }}
      save={({ retroactive = false, ...rule }) =>
        bodyOf(api.POST('/v1/entitlement-rules', { body: { ...rule, retroactive } }))
      }
      onClose={onClose}
    />
  );
}

const CHANGED = group(
  { nameEn: NAME_EN, nameZh: NAME_ZH, effectiveTo: LAST_DAY, retroactive: RETROACTIVE_DAY },
  ['nameEn', 'nameZh'],
);

interface Changing {
  readonly rule: Rule;
  readonly onClose: () => void;
}

/** Other names of a rule, or its last day. What it is about and since when is not rewritten. */
export function ExclusionForm({ rule, onClose }: Changing) {
  const t = useWords(W);
  const name = useName();
  const { id, version, nameEn, nameZh } = rule;
  return (
    <RegisterForm<Entered<Pick<NewRule, 'nameEn' | 'nameZh' | 'effectiveTo'> & { retroactive?: boolean }>>
      place={exclusionPlace(rule)}
      title={t('changeOf', { what: name({ en: nameEn, zh: nameZh }) })}
      schema={CHANGED}
      isOnRecord
      filled={{ nameEn, nameZh, effectiveTo: rule.effectiveTo ?? '' }}
      save={({ retroactive = false, effectiveTo = null, ...names }, _, changed) =>
        bodyOf(
          api.PATCH('/v1/entitlement-rules/{id}', {
            params: { path: { id }, header: { 'if-match': `"${version}"` } },
            body: { ...changesOf({ ...names, effectiveTo }, changed), retroactive },
          }),
        )
      }
      onClose={onClose}
    />
  );
}
