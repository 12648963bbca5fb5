// The sandbox: the control routes and the API of the world that the address names.

const named = location.pathname.match(/^\/worlds\/([^/]+)/);

/** The path of the world, empty for the default one. */
export const base = named ? named[0] : '';
export const worldId = named ? decodeURIComponent(named[1]) : 'default';

/** The path of another world. */
export const pathOf = id => (id === 'default' ? '' : `/worlds/${encodeURIComponent(id)}`);

/** What the sandbox would not do, in its words. */
class Refusal extends Error {}

/** A query of all that is set, with its question mark. */
export function query(parameters) {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length ? `?${new URLSearchParams(set)}` : '';
}

/** Asks a path of this server. Gives what JSON it answers, null for nothing. */
export async function ask(method, path, body) {
  const text = await askText(method, path, body);
  return text === '' ? null : JSON.parse(text);
}

/**
 * Asks a path of this server, and gives the text that it answers. The address of the page may have a name and a password in
 * it, with which no browser fetches; the origin has not.
 */
async function askText(method, path, body) {
  let response;
  let text;
  try {
    response = await fetch(location.origin + path, {
      method,
      cache: 'no-store',
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    text = await response.text();
  } catch (gone) {
    throw new Refusal('The sandbox does not answer. It may have ended.');
  }
  if (!response.ok) {
    throw new Refusal(reason(response, text));
  }
  return text;
}

/** The life of this world as a repro file, to the byte. */
export const repro = () => askText('GET', `${base}/sandbox/repro`);

function reason(response, text) {
  try {
    const problem = JSON.parse(text);
    const parts = (problem.problems || []).map(each => `${each.pointer || each.place || ''} ${each.message}`.trim());
    return [problem.detail, ...(parts.length > 1 ? parts : [])].join('; ');
  } catch (other) {
    return `${response.status} ${response.statusText}`;
  }
}

/** Asks a control route of this world. */
export const control = (method, path, body) => ask(method, `${base}/sandbox${path}`, body);

/** Calls the API as a client does, and tells what it answered. */
export async function api(method, path, credentials, body) {
  const headers = { 'Et-App-Key': credentials.appKey, Authorization: `Bearer ${credentials.token}` };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(`${location.origin}${base}/api${path}`, {
      method, headers, body: body && JSON.stringify(body), cache: 'no-store',
    });
  } catch (lost) {
    return { ok: false, line: `${method} ${path}: no answer came` };
  }
  const text = await response.text().catch(() => '');
  const why = response.headers.get('Sandbox-Reason');
  return { ok: response.ok, text, line: `${method} ${path}: ${response.status}${why ? `, ${why}` : ''}` };
}
