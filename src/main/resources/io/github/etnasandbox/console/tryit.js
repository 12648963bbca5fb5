// An operation sent from the page: what went out, what came back, and why.
import { html, useState } from './preact.js';
import { base, control, query, worldId } from './server.js';
import { useFresh } from './live.js';
import { address } from './url.js';
import { Area, Facts, Field, Form, Options, Problem, Text, act, say } from './ui.js';
import { goodFirst } from './form.js';
import { Change, Message, fetchRequest } from './request.js';
import { sample } from './schema.js';

/** A page that shows all of a long body could not be read, nor scrolled. */
const MOST = 20000;

/** Values of this world by the names of parameters and members: such as can be sent with some success. */
async function fetchValues() {
  const [known, gates, faults, snapshots, { requests }] = await Promise.all([
    '/state?orders=false', '/gates', '/faults', '/snapshots', '/requests?newest=true&limit=1',
  ].map(path => control('GET', path)));
  const account = known.accounts[0]?.Id;
  const orders = await Promise.all(['New', ''].map(status => control('GET', `/orders${query({ account, status, limit: 1 })}`)));
  const order = orders.flatMap(each => each.orders)[0]?.Id;
  const user = known.users.find(each => each.enabled) || {};
  const tokens = goodFirst(known).map(each => each.token);
  return {
    tokens,
    appKeys: [...known.appKeys].sort((a, b) => b.enabled - a.enabled).map(each => each.key),
    named: {
      accountId: account, account, orderId: order, order, userId: '@me', world: worldId, now: known.clock, token: tokens[0],
      Username: user.Login, Password: user.password, Symbol: known.securities[0]?.Symbol, path: '**/orders/*',
      gate: gates[0]?.id, fault: faults[0]?.id, snapshot: snapshots[0]?.name, number: requests[0]?.number,
    },
  };
}

/** What a parameter begins with. Queries that can be left out are. */
const begin = ({ name, in: place, required, schema }, named) =>
  place === 'query' && !required ? '' : named[name] ?? schema.minimum ?? '';

/** The fields of the credentials that an operation takes. The control key is the browser's to send. */
function credentialsOf(contract, of, { tokens, appKeys }) {
  const takes = scheme => of.security?.some(each => each[scheme]);
  const needs = scheme => of.security.every(each => each[scheme]);
  const field = (scheme, name, all) =>
    takes(scheme) ? [{ name, all, value: needs(scheme) ? all[0] : '', what: contract.components.securitySchemes[scheme].description }] : [];
  return [
    ...field('appKey', contract.components.securitySchemes.appKey.name, appKeys),
    ...field('token', 'Authorization', tokens.map(each => `Bearer ${each}`)),
  ];
}

/** The request that a form describes. What is empty is not sent. */
function requestOf(of, fields) {
  const parameters = (of.parameters || []).map(each => ({ ...each, value: fields[`${each.in} ${each.name}`] }));
  const inPath = parameters.filter(each => each.in === 'path');
  const path = inPath.reduce((made, { name, value }) => made.replace(`{${name}}`, () => encodeURIComponent(value)), of.path);
  const asked = parameters.filter(each => each.in === 'query').map(({ name, value }) => [name, value]);
  const headers = Object.entries(fields)
    .filter(([name, value]) => name.startsWith('header ') && value !== '')
    .map(([name, value]) => [name.slice('header '.length), value]);
  fields.body && headers.push(['Content-Type', 'application/json']);
  return {
    method: of.method,
    path: new URL(of.server).pathname.replace(/\/$/, '') + path,
    query: query(Object.fromEntries(asked)),
    headers,
    body: fields.body || undefined,
  };
}

async function send({ method, path, query, headers, body }) {
  try {
    const response = await fetch(location.origin + path + query, { method, headers, body, cache: 'no-store' });
    const { ok, status, statusText } = response;
    const answer = { ok, status, line: `${status} ${statusText}`, headers: [...response.headers] };
    return await response.text().then(
      text => ({ ...answer, text }),
      broken => ({ ...answer, ok: false, text: '', problem: `The body broke off: ${broken.message}.` }),
    );
  } catch (lost) {
    return { ok: false, problem: `No answer came: ${lost.message}. A browser tells a page no more than that.` };
  }
}

/** All that the sandbox knows of the newest request of this method and path. */
async function explain({ method, path }) {
  const { requests } = await control('GET', `/requests${query({ method, path: path.slice(base.length), newest: true, limit: 1 })}`);
  return requests.length ? fetchRequest(requests[0].number) : { problem: 'The sandbox has no such request in its journal.' };
}

export function TryIt({ contract, of, schema }) {
  const { value: values, problem } = useFresh([], fetchValues);
  const [seen, setSeen] = useState(null);
  if (Object.values(of.responses).some(each => each.content?.['text/event-stream'])) {
    return html`<p>It is a stream without end, which a terminal shows better:</p>
      <pre tabindex="0">curl -N ${of.server}${of.path}</pre>`;
  }
  if (!values) {
    return html`<${Problem} text=${problem} />`;
  }
  const attempt = async fields => {
    if (seen && !seen.answer) {
      say('The request before still waits for its answer.', true);
      return;
    }
    const sent = requestOf(of, fields);
    setSeen({ sent });
    await act('', async () => {
      const answer = await send(sent);
      const why = of.ofApi && await explain(sent).catch(refusal => ({ problem: refusal.message }));
      setSeen({ sent, answer, why });
      const line = `${sent.method} ${sent.path.slice(base.length)}: ${answer.status ?? 'no answer came'}`;
      if (!answer.ok) {
        throw new Error(line);
      }
      return line;
    });
  };
  return html`<${Form} label="Try it" class="fields" onSend=${attempt}>
      ${(of.parameters || []).map(each => html`<${Field} key=${each.in + each.name} label=${each.name}>
        <${Text} name=${`${each.in} ${each.name}`} required=${each.in === 'path'} title=${each.description}
          value=${String(begin(each, values.named))} /><//>`)}
      ${credentialsOf(contract, of, values).map(({ name, value, all, what }) => html`<${Field} key=${name} label=${name}>
        <${Text} name=${`header ${name}`} list=${`known ${name}`} title=${what} value=${value} /><//>
        <datalist id=${`known ${name}`}><${Options} of=${all} /></datalist>`)}
      ${schema && html`<${Field} label="Body"><${Area} name="body" rows="6" spellcheck="false"
        value=${of.requestBody.required ? JSON.stringify(sample(contract, schema, values.named), null, 2) : ''} /><//>`}
      <button class="main">Send</button>
    <//>
    ${seen && html`<${Seen} ...${seen} />`}`;
}

const lines = headers => headers.map(([name, value]) => `${name}: ${value}\n`).join('');
const short = text => (text.length > MOST ? `${text.slice(0, MOST)}\n… and ${text.length - MOST} characters more` : text);

const Seen = ({ sent, answer, why }) => html`<div class="seen">
  <h4>What the page sent</h4>
  <pre tabindex="0">${sent.method} ${sent.path}${sent.query}${'\n'}${lines(sent.headers)}${sent.body && `\n${sent.body}`}</pre>
  <p class="none">The browser adds fields of its own, and may send again what got no answer. Of an answer, it shows the names of fields in small letters and sorted.
    ${why?.number && ' The request as it arrived and the answer as it was written stand below.'}</p>
  <h4>What came back</h4>
  ${answer ? html`<${Problem} text=${answer.problem} />
    ${answer.line && html`<pre tabindex="0">${answer.line}${'\n'}${lines(answer.headers)}${answer.text && `\n${short(answer.text)}`}</pre>`}`
    : html`<p>The answer has not come yet.</p>`}
  ${why && html`<h4>Why</h4><${Problem} text=${why.problem} />${why.number && html`<${Why} of=${why} />`}`}
</div>`;

const Why = ({ of }) => html`
  <p class=${of.reason ? 'problem' : 'none'}>${of.reason || 'No check failed.'}</p>
  ${of.to && html`<p>To change: ${of.to}</p>`}
  <${Facts} of=${[
    ['Request', html`<a href=${address({ view: 'requests', id: of.number })}>request ${of.number}</a>, with its checks`],
    ['Rule', of.rule],
    ['Documentation', of.rule && `${of.source} (${of.provenance})`],
    ['Fault', of.fault && `fault ${of.fault.id}: ${of.fault.effect} ${of.fault.when} it was applied`],
  ]} />
  <${Message} title="Request as it arrived" of=${of.request} />
  ${of.response && html`<${Message} title=${`Answer ${of.status} as it was written`} of=${of.response} />`}
  ${of.changes.map(change => html`<${Change} change=${change} key=${change.order} />`)}`;
