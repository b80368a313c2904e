/** The nonce of this page's security policy: what scripts of ours style the page with has to carry it. */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives the nonce to every `<style>` that a script makes. antd takes a nonce for its own styles, but probes what the browser can do with
 * styles that have none; markup that somebody slips into the page still gets no style.
 */
export function styleByNonce(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = NONCE;
    return element;
  };
}
