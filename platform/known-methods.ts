interface Pattern {
  readonly path: RegExp;
  readonly methods: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Which methods a path takes, from the routes that there are: what a router alone does not tell. */
export class KnownMethods {
  private readonly patterns: Pattern[] = [];

  /** @param url as routes are written: `/v1/cases/:number`. */
  add(url: string, methods: readonly string[]): void {
    // CORS's, of every path that there may be.
    if (url === '*' || url === '/*') return;
    const path = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part).replace(String.raw`\*`, '.*')))
      .join('/');
    this.patterns.push({ path: new RegExp(`^${path}/?$`), methods });
  }

  /** Empty for a path that no route has. */
  of(path: string): readonly string[] {
    return [
      ...new Set(this.patterns.filter((one) => one.path.test(path)).flatMap(({ methods }) => methods)),
    ].sort();
  }
}
