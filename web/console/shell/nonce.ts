/** The nonce of this page's security policy: what scripts of ours style the page with has to carry it. */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Gives the nonce to every `<style>` that a script makes. antd takes a nonce for its own styles, but probes what the browser can do with
 * styles that have none; markup that somebody slips into the page still gets no style.
 */
export function styleByNonce(): void {
  const create: unknown = Reflect.get(document, 'createElement');
  if (typeof create !== 'function') return;
  Reflect.set(document, 'createElement', (...asked: unknown[]) => {
    const element: unknown = Reflect.apply(create, document, asked);
    if (element instanceof HTMLStyleElement) element.nonce = NONCE;
    return element;
  });
}
