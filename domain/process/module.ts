import type { Bilingual } from '../bilingual';
import type { Role } from '../identity/roles';
import type { NoticeTemplate } from '../notices/template';
import type { Refusals } from '../refusal';

type Names = Readonly<Record<string, Bilingual>>;

/**
 * The share of a process in the common vocabulary. Its decider is not in it: a decider refuses by the table that these make, and so
 * stands above them (ADR 47).
 */
export interface ProcessModule {
  /** By code (`LOAN.NOT_OUT`). */
  readonly refusals: Refusals;
  /** Roles by permission (`loan.lend`). */
  readonly permissions: Readonly<Record<string, readonly Role[]>>;
  /** Its clocks, by the name that policies and messages use. */
  readonly clocks: Names;
  /** Messages that it alone sends. */
  readonly templates: Readonly<Record<string, NoticeTemplate>>;
  readonly commandNames: Names;
  /** Kinds of task on its flow. */
  readonly taskNames: Names;
  /** Kinds of work beside its flow. */
  readonly followUps: Names;
  /** Other codes that its refusals name, such as stages. */
  readonly codes: Names;
}
