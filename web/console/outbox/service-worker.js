// Keeps the console of an engineer on the phone: pages network-first, files of the pages cache-first. Data of /v1 is never kept here:
// the page keeps of it what the day needs.
/* global self, caches, URL, Request, fetch, AbortSignal */
const VERSION = '__VERSION__';
const FILES = __FILES__;
/** Every address of the console is answered with the same document. */
const PAGE = '/day';
/** A dead spot swallows what is sent: after so long the page that is kept is shown. */
const PATIENCE_MS = 4_000;
const OTHERS = /^\/(v1|docs|c|healthz|readyz|metrics)(\/|$)/;

const pageRequest = () => new Request(PAGE, { headers: { accept: 'text/html' }, cache: 'no-cache' });

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(VERSION);
      await cache.addAll(FILES);
      await cache.put(PAGE, await fetch(pageRequest()));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || OTHERS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) event.respondWith(file(request));
});

/** The document with the header of the same answer: its security policy names the nonce that stands in its body. */
async function page(request) {
  const cache = await caches.open(VERSION);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok && !answer.redirected) await cache.put(PAGE, answer.clone());
    // A proxy may answer in the place of Aftercare.
    if (answer.status < 500) return answer;
    return (await cache.match(PAGE)) ?? answer;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** Names of files contain a hash of their content: one that is kept is the right one. */
async function file(request) {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
