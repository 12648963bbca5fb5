// Who is told of what happens, what went out, and what came of it.
import { html } from './preact.js';
import { control } from './server.js';
import { useControl } from './live.js';
import { Act, Field, Form, Problem, Small, act, time } from './ui.js';

const SHOWN = 100;
const KINDS = ['delivery', 'changed', 'request'];

export const Webhooks = () => html`<section class="columns" aria-label="Webhooks and deliveries"><${Registered} /><${Deliveries} /></section>`;

function Registered() {
  const { value: webhooks = [], problem } = useControl(['changed'], '/webhooks');
  const set = ({ url, secret }, form) => act(`${url} is told of all events from now on.`, () => control('PUT', '/webhooks', [{ url, secret }]))
    .then(done => done && form.reset());
  return html`<section aria-labelledby="webhooks"><h2 id="webhooks">Webhooks</h2>
    <p class="none">One that is set here takes the place of all others, since their secrets are never shown.</p>
    <${Form} label="New webhook" class="acts" onSend=${set}>
      <${Field} label="URL" wide><input name="url" required placeholder="http://127.0.0.1:8080/hooks" /><//>
      <${Field} label="Secret"><input name="secret" required autocomplete="off" /><//>
      <button class="main">Tell only this one</button>
    <//>
    <${Problem} text=${problem} />
    <${Small} caption="Webhooks" none="Nobody is told." heads=${['URL', 'Events']}
      rows=${webhooks.map((each, place) => ({ key: place, cells: [each.url, each.events?.join(', ') || 'all'] }))} />
    ${webhooks.length > 0 && html`<${Act} done="Nobody is told any more." run=${() => control('PUT', '/webhooks', [])}>Remove all<//>`}
  </section>`;
}

const attempt = ({ at, status, error }) => `${status ?? error} at ${time(at)}`;

function Deliveries() {
  const { value, problem } = useControl(KINDS, `/webhooks/deliveries?newest=true&limit=${SHOWN}`);
  const { deliveries = [], matching = 0 } = value || {};
  return html`<section aria-labelledby="deliveries"><h2 id="deliveries">Deliveries</h2>
    <p class="none">${matching > SHOWN ? `The last ${SHOWN} of ${matching}, the newest first.` : 'The newest first.'}
      Move the clock, in the view World, and what is due is sent.</p>
    <${Problem} text=${problem} />
    <${Small} caption="Deliveries" none="Nothing was sent." heads=${['Id', 'Event', 'State', 'Attempts', 'Next', '']}
      rows=${deliveries.slice().reverse().map(each => ({
        key: each.id,
        cells: [
          each.id, html`<span title=${each.body}>${each.event}</span>`, each.state, each.attempts.map(attempt).join('; ') || 'none',
          each.nextAttempt ? time(each.nextAttempt) : '',
          html`<${Act} done=${`${each.id} is sent again.`}
            run=${() => control('POST', `/webhooks/deliveries/${encodeURIComponent(each.id)}/redeliver`)}>Redeliver<//>`,
        ],
      }))} />
  </section>`;
}
