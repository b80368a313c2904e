import type { Exclusions, UnitWithTerms } from '../../api/entitlement/facts';
import { unitFactsOn } from '../../api/requests/facts';
import { DAY_MS } from '../../domain/clock/instant';
import type { CaseCommand } from '../../domain/case/commands';
import type { EngineerFacts } from '../../domain/case/facts';
import type { CauseFacts, FaultFacts } from '../../domain/case/flows/repair/facts';
import type { Registration } from '../../domain/case/intake/terms';
import { isQuoteNeeded } from '../../domain/case/quote/quote';
import { judgeUnit } from '../../domain/entitlement/judge';
import type { Actor } from '../../domain/identity/actor';
import { dayIn } from '../../platform/wall-clock';
import { actorOfEngineer } from './cast';
import type { Chance } from './chance';
import type { OwnedUnit, Owner } from './customers';
import { PlayedCase } from './played-case';
import { SUBJECTS } from './subjects';
import type { ClockRegisters } from '../../activities/clock-registers';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Registers that stories are played by. */
export interface Stage {
  readonly registers: ClockRegisters;
  readonly exclusions: Exclusions;
  readonly faults: readonly FaultFacts[];
  readonly causes: readonly CauseFacts[];
  readonly timeZone: string;
  readonly chance: Chance;
  /** Nothing happens after it: what is under way then stays open. */
  readonly untilMs: number;
  /** The first hour of an engineer that is free, from an instant on. */
  readonly freeFrom: (engineer: EngineerFacts, atMs: number) => number;
}

/** Plays one case from its request on, as far as time has gone. */
export function playStory(
  stage: Stage,
  { owner, unit }: OwnedUnit,
  numbers: { readonly caseNumber: string; readonly requestNumber: string },
  receivedMs: number,
): PlayedCase {
  const { chance } = stage;
  const played = new PlayedCase(stage.registers, registrationOf(stage, owner, unit, numbers, receivedMs));
  const story = new Telling(stage, played, receivedMs);
  const { clerk, director } = owner.region;
  const isRepair = isCovered(played) && chance.isOneOf(90);
  const isLate = chance.isOneOf(4);
  story.after(isLate ? chance.between(24, 40) * HOUR_MS : chance.between(5, 600) * MINUTE_MS);
  if (story.give({ type: 'answer', data: { text: '已收到您的请求，我们会尽快安排工程师联系您。' } }, clerk)) {
    story.after(5 * MINUTE_MS);
    if (chance.isOneOf(2))
      story.give({ type: 'cancel', data: { reason: '客户撤回请求', keepsWhatHappened: true } }, director);
    else if (isRepair) repair(story, owner, stage);
    else consultation(story, owner, stage);
  }
  story.settle();
  return played;
}

/** Free of charge in all: what the customer pays for would need a quote. */
function isCovered({ state: { unit } }: PlayedCase): boolean {
  if (!unit?.entitlement?.askedOn) return false;
  const { labour, parts, travel } = judgeUnit(unit.entitlement, { onDay: unit.entitlement.askedOn });
  return [labour, parts, travel].every(({ percent }) => percent === 100);
}

/** Gives the commands of a story at their hours, until time has gone so far. */
class Telling {
  private isOver = false;

  constructor(
    private readonly stage: Stage,
    readonly played: PlayedCase,
    private atMs: number,
  ) {}

  get nowMs(): number {
    return this.atMs;
  }

  after(ms: number): void {
    this.atMs += ms;
  }

  until(atMs: number): void {
    this.atMs = Math.max(this.atMs, atMs);
  }

  /** @returns whether it was done: what lies ahead is not. */
  give(command: CaseCommand, by: Actor): boolean {
    if (this.atMs > this.stage.untilMs) this.isOver = true;
    if (this.isOver) return false;
    this.played.give(command, by, this.atMs);
    return true;
  }

  /** The clocks of a case that is still open have gone on until today. */
  settle(): void {
    this.played.elapseUntil(this.stage.untilMs);
  }
}

function repair(story: Telling, owner: Owner, stage: Stage): void {
  const { chance } = stage;
  const { clerk, engineers } = owner.region;
  const priority = chance.pick(['urgent', 'high', 'normal', 'normal', 'normal', 'low'] as const);
  const { subject } = chance.pick(SUBJECTS);
  story.give({ type: 'classify', data: { requestType: 'repair', priority, symptom: subject } }, clerk);
  story.after(chance.between(10, 240) * MINUTE_MS);
  const engineer = chance.pick(engineers);
  const fromMs = stage.freeFrom(engineer, story.nowMs + 2 * HOUR_MS);
  const appointment = iso({ from: fromMs, to: fromMs + 2 * HOUR_MS });
  if (!story.give({ type: 'dispatch', data: { engineer, appointment, parts: [] } }, clerk)) return;
  const by = actorOfEngineer(engineer);
  story.until(fromMs + (chance.isOneOf(6) ? chance.between(130, 200) : chance.between(0, 100)) * MINUTE_MS);
  story.give({ type: 'arrive', data: { keepsEntry: true } }, by);
  story.after(30 * MINUTE_MS);
  const [fault, cause] = [chance.pick(stage.faults), chance.pick(stage.causes)];
  const diagnosis = { fault, cause, finding: '现场检查确认故障。', plan: '调整并更换磨损件。', parts: [] };
  const history = { earlier: [], repeatWithinDays: 90 };
  if (
    !story.give({ type: 'diagnose', data: { ...diagnosis, history } }, by) ||
    isQuoteNeeded(story.played.state)
  )
    return;
  story.after(chance.between(20, 180) * MINUTE_MS);
  const words = {
    fault: fault.nameZh,
    cause: cause.nameZh,
    work: '调整、清洁并试机。',
    verification: '满载运行一小时正常。',
  };
  story.give({ type: 'repair', data: words }, by);
  story.after(15 * MINUTE_MS);
  // Nothing that other systems would have to know of: no parts, no cost.
  const cost = {
    labourCostCents: 0,
    travelCostCents: 0,
    partsCostCents: 0,
    currency: 'CNY',
    accountsParts: true,
  } as const;
  story.give(
    { type: 'report', data: { labourMinutes: 90, travelMinutes: 40, ...cost, signedBy: owner.name } },
    by,
  );
  survey(story, owner, stage);
}

function consultation(story: Telling, owner: Owner, stage: Stage): void {
  const { clerk } = owner.region;
  const { subject } = stage.chance.pick(SUBJECTS);
  story.give(
    { type: 'classify', data: { requestType: 'consultation', priority: 'low', symptom: subject } },
    clerk,
  );
  story.after(stage.chance.between(10, 600) * MINUTE_MS);
  story.give({ type: 'resolveRemotely', data: { resolution: '已电话指导客户按手册设置参数。' } }, clerk);
  survey(story, owner, stage);
}

function survey(story: Telling, { region: { clerk } }: Owner, { chance }: Stage): void {
  story.after(chance.between(12, 60) * HOUR_MS);
  const score = () => chance.pick([5, 5, 5, 4, 4, 3]);
  if (!story.give({ type: 'recordSurvey', data: { productScore: score(), serviceScore: score() } }, clerk))
    return;
  story.after(chance.between(1, 4) * DAY_MS);
  if (story.played.state.revisit?.required === true)
    story.give(
      { type: 'recordRevisit', data: { outcome: 'satisfied', note: '回访：设备运行正常。' } },
      clerk,
    );
  story.give({ type: 'close', data: {} }, clerk);
}

const iso = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

function registrationOf(
  { exclusions, timeZone, chance }: Stage,
  { id, name, phone, language, region }: Owner,
  unit: UnitWithTerms,
  numbers: { readonly caseNumber: string; readonly requestNumber: string },
  receivedMs: number,
): Registration {
  const at = new Date(receivedMs);
  const onDay = dayIn(timeZone, at);
  const facts = unitFactsOn(unit, exclusions, { readOn: onDay, askedOn: onDay, timeZone });
  const { subject, text } = chance.pick(SUBJECTS);
  return {
    ...numbers,
    receivedAt: at.toISOString(),
    receivedOn: onDay,
    channel: chance.pick(['phone', 'phone', 'phone', 'web', 'email']),
    sender: { kind: 'customer', name, phone },
    subject,
    text,
    language,
    customer: { id, name, status: 'active' },
    unit: facts,
    openCases: [],
    intakeOrganisationId: region.id,
    regionId: region.id,
    serviceLevel: region.serviceLevel,
  };
}
