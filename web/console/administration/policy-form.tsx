import { api, bodyOf, type Schemas } from '../api';
import { useCodes } from '../codes';
import { localInstant } from '../forms/values';
import { useWords } from '../language';
import { DuePreview } from './due-preview';
import { group, tomorrow } from './fields';
import { POLICY_REQUIRED, policyFields, scopeFields } from './policy-fields';
import { PolicyChanges, useScopeText, type PolicyTerms } from './policy-facts';
import {
  nextId,
  pathOfPolicy,
  policyOf,
  policyText,
  type PolicyData,
  type PolicyScope,
} from './policy-terms';
import { isSameScope, policyVersions, versionAt } from './policy-versions';
import { useCalendars, usePolicies } from './queries';
import { RegisterForm } from './register-form';
import { ADMINISTRATION_WORDS } from './words';

type Policy = Schemas['Policy'];

interface Entering {
  /** The version that the new one is written on; undefined for cases that no policy is for yet. */
  readonly from: Policy | undefined;
  readonly onClose: () => void;
}

export const policyPlace = (policy: Policy | undefined): string =>
  policy === undefined ? 'policy' : `policy.${policy.clock}.${policy.id}`;

// The API gives what it took: the document of the answer leaves the codes open.
const scopeOf = ({ clock, requestType, priority, serviceLevel, warranty }: Policy): PolicyScope =>
  ({ clock, requestType, priority, serviceLevel, warranty }) as PolicyScope;

type Data = PolicyData & Partial<PolicyScope>;

/** A version of a policy: how long a promise runs, who is warned, and when it comes into force. */
export function PolicyForm({ from, onClose }: Entering) {
  const t = useWords(ADMINISTRATION_WORDS);
  const codes = useCodes();
  const scopeText = useScopeText();
  const policies = usePolicies().data?.items ?? [];
  const calendars = useCalendars().data?.items ?? [];
  const schema = group(
    {
      ...(!from && scopeFields(codes.all)),
      ...policyFields({ all: codes.all, calendars }, !from || from.clock === 'approval'),
    },
    [...(from ? [] : ['clock']), ...POLICY_REQUIRED],
  );
  const effectiveFrom = localInstant(tomorrow().getTime());
  const ids = policies.map(({ id }) => id);
  const filled = from
    ? { id: nextId(from.id, ids), ...policyText(from), effectiveFrom }
    : { effectiveFrom, pausable: true, target: {}, warnAt: ['75', '90'], escalate: [], lateEntry: [] };
  const drafted = ({ clock, requestType, priority, serviceLevel, warranty, ...data }: Data) =>
    policyOf(
      from ? scopeOf(from) : ({ clock, requestType, priority, serviceLevel, warranty } as PolicyScope),
      data,
    );
  return (
    <RegisterForm<Data>
      place={policyPlace(from)}
      title={
        from
          ? t('newVersionOf', { what: `${codes.name('clock', from.clock)} · ${scopeText(from)}` })
          : t('addPolicy')
      }
      schema={schema}
      filled={filled}
      pathOf={pathOfPolicy}
      save={(data) => bodyOf(api.POST('/v1/policies', { body: drafted(data) }))}
      preview={(data) => <PolicyPreview policies={policies} draft={data && drafted(data)} />}
      onClose={onClose}
    />
  );
}

interface Drafted {
  readonly policies: readonly Policy[];
  readonly draft: Schemas['NewPolicy'] | undefined;
}

/** Compares the draft with the version that would be in force otherwise, and shows what would be due. */
function PolicyPreview({ policies, draft }: Drafted) {
  return (
    <>
      {draft && <PolicyChanges before={versionBefore(policies, draft)} after={termsOf(draft)} />}
      <DuePreview
        draft={draft && questionOf(draft)}
        startAt={draft ? new Date(draft.effectiveFrom) : tomorrow()}
      />
    </>
  );
}

const termsOf = (draft: Schemas['NewPolicy']): PolicyTerms => ({
  ...draft,
  effectiveTo: draft.effectiveTo ?? null,
  expireAfterSeconds: draft.expireAfterSeconds ?? null,
  remindEverySeconds: draft.remindEverySeconds ?? null,
  lateEntry: draft.lateEntry ?? [],
});

function questionOf(draft: Schemas['NewPolicy']) {
  const { clock, requestType = null, priority = null, serviceLevel = null, warranty = null } = draft;
  const { effectiveFrom, effectiveTo = null, targetSeconds, calendar, warnAt } = draft;
  return {
    ...{ clock, requestType, priority, serviceLevel, warranty },
    policy: { effectiveFrom, effectiveTo, targetSeconds, calendar, warnAt },
  };
}

function versionBefore(policies: readonly Policy[], draft: Schemas['NewPolicy']): Policy | undefined {
  const versions = policyVersions(policies).find(([one]) => one && isSameScope(one, draft));
  return versions && versionAt(versions, Date.parse(draft.effectiveFrom));
}
