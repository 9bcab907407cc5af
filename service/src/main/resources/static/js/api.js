/** Reads the service's JSON: one round at a time, every two seconds, not while the tab is hidden. */

const EVERY_MS = 2000;
const TIMEOUT_MS = 8000;
const RARELY_MS = 60000;
let skewMs = 0;

/** The service's clock in seconds, so that "for 12 s" is right on a computer whose clock is off. */
export const serverNow = () => (Date.now() + skewMs) / 1000;

async function read(name) {
  const response = await fetch(`api/${name}`, {cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS)});
  if (!response.ok) throw new Error(`api/${name} answered ${response.status}`);
  const date = Date.parse(response.headers.get('date'));
  if (date && Math.abs(date - Date.now()) > 2000) skewMs = date - Date.now();
  const body = await response.json();
  if (body === null || typeof body !== 'object') throw new Error(`api/${name} did not answer with an object`);
  return body;
}

/**
 * Polls for ever.
 *
 * @param names endpoints read in every round
 * @param rare endpoints read once, and again once a minute while they fail
 * @param show called after each round with the newest data by name and the names that failed
 */
export function poll(names, rare, show) {
  const data = {};
  const retryAt = {};
  let timer;
  let running = false;

  async function round() {
    clearTimeout(timer);
    if (running || document.hidden) return;
    running = true;
    const asked = [...names, ...rare.filter(name => !data[name] && !(retryAt[name] > Date.now()))];
    const failed = [];
    await Promise.all(asked.map(name => read(name).then(
        body => { data[name] = body; },
        () => { rare.includes(name) ? retryAt[name] = Date.now() + RARELY_MS : failed.push(name); })));
    if (failed.length === names.length) rare.forEach(name => { retryAt[name] = 0; });
    running = false;
    try {
      show(data, failed);
    } finally {
      timer = setTimeout(round, EVERY_MS);
    }
  }
  document.addEventListener('visibilitychange', round);
  round();
}
