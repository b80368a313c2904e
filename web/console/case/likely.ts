import type { CaseDetail } from './queries';

type Outlook = CaseDetail['commands'][number];

/** Commands by which a task is done whose name says something else. A task that is named like its command needs no line. */
const DOES: Readonly<Record<string, readonly string[]>> = {
  'answer-request': ['answer'],
  'ask-survey': ['recordSurvey'],
  resolve: ['resolveRemotely', 'orderParts'],
  'answer-offer': ['acceptOffer', 'declineOffer'],
  dispatch: ['dispatch', 'offer'],
  revisit: ['recordRevisit'],
  approve: ['decideApproval'],
  'decide-entitlement': ['overruleEntitlement'],
  'decide-joining': ['join'],
  'confirm-unit': ['identifyCustomer'],
  'check-serial': ['identifyCustomer'],
  'obtain-quote-decision': ['decideQuote'],
  'await-approval': ['remindApproval'],
  'leave-site': ['leaveUnfinished', 'report'],
  'settle-declined-quote': ['endUnrepaired', 'reviseQuote'],
  'judge-possible-repeat': ['attributeRepeat'],
};

/** Possible at almost any time: seldom what comes next. */
const ASIDE: readonly string[] = [
  'addNote',
  'attach',
  'pause',
  'identifyCustomer',
  'handOver',
  'changePriority',
  'escalate',
  'sendLink',
  'overruleEntitlement',
  'join',
  'cancel',
];

const camel = (kind: string): string =>
  kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const commandsOf = (kind: string): readonly string[] => DOES[kind] ?? [camel(kind)];

/** Allowed commands, by what the open tasks ask for, the most urgent task first. */
export function byLikelihood({ commands, tasks, followUps }: CaseDetail): readonly Outlook[] {
  const asked = [
    ...tasks.flatMap(({ kind }) => commandsOf(kind)),
    ...(followUps.length > 0 ? ['completeFollowUp'] : []),
  ];
  const rank = ({ type }: Outlook): number => {
    const place = asked.indexOf(type);
    if (place >= 0) return place;
    const aside = ASIDE.indexOf(type);
    return aside >= 0 ? asked.length + 1 + aside : asked.length;
  };
  return commands.filter(({ allowed }) => allowed).sort((left, right) => rank(left) - rank(right));
}
