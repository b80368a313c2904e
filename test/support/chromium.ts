import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { mkdir, rm, stat } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALLING = join(tmpdir(), 'aftercare-installs-chromium');
const INSTALL_MS = 300_000;

/** Chromium as people have it. Installs Debian's where there is none. @throws {Error} that says what to install. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findOrInstall(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

const found = (): string | undefined => PLACES.find((place) => existsSync(place));

async function findOrInstall(): Promise<string> {
  const there = found();
  if (there !== undefined && !existsSync(INSTALLING)) return there;
  await installOnce();
  const installed = found();
  if (installed !== undefined) return installed;
  throw new Error('The page tests need Chromium or Chrome, and none could be installed here');
}

/** Test files run side by side: one of them installs, the others wait for it. */
async function installOnce(): Promise<void> {
  for (;;) {
    try {
      await mkdir(INSTALLING);
      break;
    } catch {
      if (found() !== undefined && !existsSync(INSTALLING)) return;
      const { mtimeMs } = await stat(INSTALLING).catch(() => ({ mtimeMs: Date.now() }));
      // Its maker was killed.
      if (Date.now() - mtimeMs > INSTALL_MS) await rm(INSTALLING, { recursive: true, force: true });
      await sleep(500);
    }
  }
  try {
    if (found() === undefined) await install();
  } finally {
    await rm(INSTALLING, { recursive: true, force: true });
  }
}

/** @throws {Error} with what the package manager said, and what would do. */
async function install(): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
    await run(command, rest, { timeout: INSTALL_MS, maxBuffer: 64 * 1024 * 1024 });
  };
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  try {
    await apt(...packages).catch(async () => {
      await apt('update');
      await apt(...packages);
    });
  } catch (error) {
    throw new Error(
      'The page tests need Chromium or Chrome. None was found, and Debian’s could not be installed: install one, or run the tests as root.',
      { cause: error },
    );
  }
}
