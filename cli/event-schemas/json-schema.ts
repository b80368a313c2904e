import ts from 'typescript';

export type Schema = Readonly<Record<string, unknown>>;

/** Types that hold themselves: any JSON. */
const ANY: Readonly<Record<string, Schema>> = { EventJsonValue: {}, EventJsonObject: { type: 'object' } };

/**
 * JSON Schemas of types as the compiler resolves them. A type with a name of its own becomes a component that is called `Event<Name>`;
 * one that is put together (`Omit<…>`, `A & B`) stands where it is used.
 */
export class SchemaWriter {
  readonly components = new Map<string, Schema>();
  private readonly types = new Map<string, ts.Type>();

  constructor(private readonly checker: ts.TypeChecker) {}

  schemaOf(type: ts.Type): Schema {
    const { flags } = type;
    if (type.isStringLiteral()) return { type: 'string', const: type.value };
    if (type.isNumberLiteral()) return { type: 'number', const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.Unknown) return {};
    const name = this.nameOf(type);
    if (name === undefined) return this.structureOf(type);
    return ANY[name] ?? this.componentOf(name, type);
  }

  private nameOf(type: ts.Type): string | undefined {
    // A list of words is the API's own component, or short enough to stand where it is used.
    if (type.isUnion() && type.types.every((member) => member.isStringLiteral())) return undefined;
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) return undefined;
    const isGeneric = (type.aliasTypeArguments?.length ?? 0) > 0;
    const symbol = isGeneric ? undefined : (type.aliasSymbol ?? type.getSymbol());
    return symbol !== undefined && /^[A-Z]\w*$/.test(symbol.name) ? `Event${symbol.name}` : undefined;
  }

  private componentOf(name: string, type: ts.Type): Schema {
    const known = this.types.get(name);
    if (known === undefined) {
      this.types.set(name, type);
      this.components.set(name, this.structureOf(type));
    } else if (known !== type)
      throw new Error(`Two types of events are called ${name.slice('Event'.length)}`);
    return { $ref: `#/components/schemas/${name}` };
  }

  private structureOf(type: ts.Type): Schema {
    if (type.isUnion()) return this.unionOf(type.types);
    const [element] = this.checker.isArrayType(type)
      ? this.checker.getTypeArguments(type as ts.TypeReference)
      : [];
    if (element) return { type: 'array', items: this.schemaOf(element) };
    if (this.checker.isTupleType(type)) {
      const items = this.checker
        .getTypeArguments(type as ts.TypeReference)
        .map((item) => this.schemaOf(item));
      return { type: 'array', prefixItems: items, minItems: items.length };
    }
    return this.objectOf(type);
  }

  private unionOf(members: readonly ts.Type[]): Schema {
    const words = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
    const isOther = (member: ts.Type) =>
      !member.isStringLiteral() &&
      (member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.BooleanLiteral)) === 0;
    const isBoolean = members.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const [single] = isBoolean ? [] : members.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral);
    const variants: Schema[] = [
      ...(words.length > 1
        ? [{ type: 'string', enum: words.toSorted() }]
        : words.map((word) => ({ type: 'string', const: word }))),
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...(single ? [this.schemaOf(single)] : []),
      ...members.filter(isOther).map((member) => this.schemaOf(member)),
    ];
    const [only, ...others] = variants;
    return only !== undefined && others.length === 0 ? only : { anyOf: variants };
  }

  private objectOf(type: ts.Type): Schema {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
    const properties = this.checker.getPropertiesOfType(type);
    const required = properties.filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
    return {
      type: 'object',
      ...(properties.length > 0 && {
        properties: Object.fromEntries(properties.map((one) => [one.name, this.propertyOf(one)])),
      }),
      ...(required.length > 0 && { required: required.map(({ name }) => name) }),
      ...(index !== undefined &&
        (index.flags & ts.TypeFlags.Never) === 0 && { additionalProperties: this.schemaOf(index) }),
    };
  }

  private propertyOf(property: ts.Symbol): Schema {
    const description = ts.displayPartsToString(property.getDocumentationComment(this.checker));
    return {
      ...this.schemaOf(this.checker.getTypeOfSymbol(property)),
      ...(description !== '' && { description: description.replaceAll(/\s*\n\s*/g, ' ') }),
    };
  }
}
