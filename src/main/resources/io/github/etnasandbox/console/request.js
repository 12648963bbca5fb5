// All there is to know of one request.
import { html, useState } from './preact.js';
import { control } from './server.js';
import { useFresh } from './live.js';
import { address, changed } from './url.js';
import { Facts, Problem, Small, copy, say, spelt, time } from './ui.js';
import { asCurl, asFixture, asJava } from './copy.js';
import { repro } from './server.js';
import { Travel } from './travel.js';

/** A request as it was on the wire, and why it was answered so. */
export async function fetchRequest(number) {
  const [whole, explanation] = await Promise.all([
    control('GET', `/requests/${number}`),
    control('GET', `/requests/${number}/explanation`),
  ]);
  return { ...explanation, ...whole, to: explanation.change };
}

export function Request({ number }) {
  const { value: one, problem } = useFresh([], () => fetchRequest(number), [number]);
  return html`<section class="detail" aria-label=${`Request ${number}`}>
    <header><h2>Request ${number}</h2><a class="button" href=${changed({ id: undefined })}>Close</a></header>
    <${Problem} text=${problem} />
    ${one && html`<${Shown} one=${one} />`}
  </section>`;
}

const pathPattern = path => `**/${path.split('/').slice(-2).join('/')}`;

function Shown({ one }) {
  const pattern = { view: 'stage', method: one.method, path: pathPattern(one.path) };
  return html`
    <p class="line"><b>${one.method}</b> ${one.path}${one.query && `?${one.query}`} <b>${one.status ?? 'no answer'}</b></p>
    <p class=${one.reason ? 'problem' : 'none'}>${one.reason || 'No check failed.'}</p>
    ${one.to && html`<p>To change: ${one.to}</p>`}
    <${Facts} of=${[
      ['At', time(one.at)],
      ['Rule', one.rule],
      ['When', one.when],
      ['Documentation', one.rule && `${one.source} (${one.provenance})`],
      ['Fault', one.fault && `fault ${one.fault.id}: ${one.fault.effect} ${one.fault.when} it was applied`],
      ['Held by', one.gates.map(id => `gate ${id}`).join(', ')],
    ]} />
    <${Copies} one=${one} />
    <h3>Changes</h3>
    ${one.changes.length === 0 && html`<p class="none">It changed no order.</p>`}
    ${one.changes.map(change => html`<${Change} change=${change} key=${change.order} />`)}
    <h3>Checks</h3>
    <${Small} caption="Checks, in order" heads=${['Check', 'Outcome', 'Found']} none="It was not decided."
      rows=${one.checks.map(each => ({
        key: each.check,
        cells: [each.check, html`<span class=${`is-${each.outcome}`}>${each.outcome}</span>`, 
          each.nearMiss ? html`${each.facts}; <b>near miss:</b> ${each.nearMiss}` : each.facts],
      }))} />
    <h3>On the wire</h3>
    <${Message} title="Request" of=${one.request} />
    ${one.response ? html`<${Message} title=${`Answer ${one.status}`} of=${one.response} />` : html`<p>No answer was sent.</p>`}
    <h3>More like it</h3>
    <p class="buttons">
      <a class="button" href=${address({ ...pattern, do: 'gate' })}>Hold the next</a>
      <a class="button" href=${address({ ...pattern, do: 'fault' })}>Disturb the next</a>
      <a class="button" href=${changed({ method: one.method, path: pattern.path, id: one.number })}>Filter by path</a>
    </p>
    <${Travel} number=${one.number} />`;
}

/** What became of one order; `before` and `after` name the columns. */
export function Change({ change, before = 'Before', after = 'After' }) {
  const rows = Object.entries(change.fields).map(([name, value]) => ({
    key: name,
    cells: [name, spelt(value.before), spelt(value.after)],
  }));
  return html`<h4><a href=${address({ view: 'orders', id: change.order })}>Order ${change.order}</a>${change.new ? ' is new' : ''}</h4>
    <${Small} caption=${`Order ${change.order}`} heads=${['Field', before, after]} rows=${rows} none="Nothing of it differs." />`;
}

export const Message = ({ title, of }) => html`<details>
  <summary>${title}, ${of.bodyBytes} bytes of body</summary>
  <pre tabindex="0">${of.headers.map(({ name, value }) => `${name}: ${value}\n`)}${of.body && `\n${of.body}`}</pre>
</details>`;

function Copies({ one }) {
  const [text, setText] = useState('');
  const show = async (what, make) => {
    try {
      const made = await make(one);
      setText(made);
      await copy(made, what);
    } catch (refusal) {
      say(refusal.message, true);
    }
  };
  return html`<p class="buttons">
      <button type="button" onClick=${() => show('the curl command', asCurl)}>Copy as curl</button>
      <button type="button" onClick=${() => show('the Java code', asJava)}>Copy as Java</button>
      <button type="button" onClick=${() => show('the fixture', asFixture)}>Copy as fixture</button>
      <button type="button" onClick=${() => show('the repro file', repro)}>Copy all as repro</button>
    </p>
    ${text && html`<pre class="copied" tabindex="0" aria-label="What was copied">${text}</pre>`}`;
}
