// A request as text that asks for the same again.
import { control, base } from './server.js';

/** Fields that every client sets by itself. */
const OWN = new RegExp(
  '^(host|connection|content-length|user-agent|accept|accept-encoding|accept-language|cache-control|pragma|origin|referer'
    + '|sec-.*|http2-settings|upgrade)$',
  'i',
);

const hex = bytes => Array.from(bytes, each => each.toString(16).padStart(2, '0')).join('');

/** A function that puts the world's credentials back where the journal shows their fingerprints. */
async function unveil() {
  if (!crypto.subtle) {
    return text => text; // the page was not loaded over a safe connection
  }
  const { appKeys, tokens, users } = await control('GET', '/state?orders=false');
  const known = new Map();
  const values = [...appKeys.map(each => each.key), ...tokens.map(each => each.token), ...users.map(each => each.password)];
  for (const value of values.filter(Boolean)) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
    known.set(`sha256:${hex(new Uint8Array(hash)).slice(0, 8)}`, value);
  }
  return text => text.replace(/sha256:[0-9a-f]{8}/g, found => known.get(found) || found);
}

const url = one => location.origin + base + one.path + (one.query ? `?${one.query}` : '');

async function fieldsOf(one) {
  const clear = await unveil();
  return one.request.headers.filter(({ name }) => !OWN.test(name)).map(({ name, value }) => ({ name, value: clear(value) }));
}

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

export async function asCurl(one) {
  const parts = [`curl -i -X ${one.method} ${quoted(url(one))}`];
  for (const { name, value } of await fieldsOf(one)) {
    parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (one.request.body) {
    parts.push(`--data-raw ${quoted(one.request.body)}`);
  }
  return parts.join(' \\\n  ');
}

/** A text as Java spells it. */
const literal = text =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

export async function asJava(one) {
  const path = one.path.replace(/^\/api(?=\/)/, '') + (one.query ? `?${one.query}` : '');
  const at = one.path.startsWith('/api/') ? `world.apiUrl() + ${literal(path)}` : literal(url(one));
  const lines = [`var request = HttpRequest.newBuilder(URI.create(${at}))`];
  for (const { name, value } of await fieldsOf(one)) {
    lines.push(`        .header(${literal(name)}, ${literal(value)})`);
  }
  const body = one.request.body ? `BodyPublishers.ofString(${literal(one.request.body)})` : 'BodyPublishers.noBody()';
  lines.push(`        .method(${literal(one.method)}, ${body})`, '        .build();');
  lines.push('var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());');
  return lines.join('\n');
}

/** The orders that a request was about, as they are now: what stands in orders.json. */
export async function asFixture(one) {
  const ids = new Set(one.changes.map(change => change.order));
  const named = one.path.match(/orders\/(\d+)/i);
  if (named) {
    ids.add(Number(named[1]));
  }
  if (ids.size === 0) {
    throw new Error('This request is about no order, so there is nothing for a fixture.');
  }
  const orders = await Promise.all([...ids].map(id => control('GET', `/orders/${id}`)));
  return fixture(orders);
}

/** Orders as orders.json has them. */
export const fixture = orders => `[\n${orders.map(order => JSON.stringify(order)).join(',\n')}\n]`;
