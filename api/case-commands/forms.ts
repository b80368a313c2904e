import type { TSchema } from '@sinclair/typebox';
import type { Bilingual } from '../../domain/bilingual';
import { rolesWith, type Permission } from '../../domain/identity/permissions';
import type { CommandForm } from './forms-schema';

interface Process {
  readonly process: 'case' | 'partsOrder';
  /** The data of each command, by its type. */
  readonly data: Readonly<Record<string, TSchema>>;
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly permissionOf: (type: string) => Permission;
}

/** The commands of a process as forms: from their schemas alone, so that a command that is added is here too. */
export const commandForms = ({ process, data, names, permissionOf }: Process): CommandForm[] =>
  Object.entries(data).map(([type, schema]) => {
    const permission = permissionOf(type);
    return {
      process,
      type,
      names: { ...(names[type] ?? { en: type, zh: type }) },
      permission,
      roles: [...rolesWith(permission)],
      schema: plain(schema),
    };
  });

/** A schema as JSON has it: without the marks that validation and types read, and without examples. */
function plain(schema: TSchema): Record<string, unknown> {
  const copy: unknown = JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'examples' ? undefined : value)),
  );
  return typeof copy === 'object' && copy !== null ? { ...copy } : {};
}
