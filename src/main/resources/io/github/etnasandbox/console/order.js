// One order: how it stands, what can be done to it, and its life.
import { html, useState } from './preact.js';
import { api, control } from './server.js';
import { useFresh } from './live.js';
import { address, changed } from './url.js';
import { Act, Copy, Facts, Field, Form, Options, Problem, act, time } from './ui.js';
import { CredentialFields, credentialsIn } from './form.js';
import { fixture } from './copy.js';
import { Status } from './orders.js';

const OUTCOMES = ['accept', 'accept-after', 'hold', 'fill-first', 'partial-fill-first', 'reject', 'fill-after-accept'];

async function fetchOrder(id) {
  const [order, { requests }] = await Promise.all([
    control('GET', `/orders/${id}`),
    control('GET', `/requests?order=${id}&limit=1000&newest`),
  ]);
  return { order, requests };
}

export function Order({ id, known, symbolOf }) {
  const { value, problem } = useFresh(['request', 'changed'], () => fetchOrder(id), [id]);
  return html`<section class="detail" aria-label=${`Order ${id}`}>
    <header><h2>Order ${id}</h2><a class="button" href=${changed({ id: undefined })}>Close</a></header>
    <${Problem} text=${problem} />
    ${value && html`<${Shown} ...${value} known=${known} symbolOf=${symbolOf} />`}
  </section>`;
}

function Shown({ order, requests, known, symbolOf }) {
  return html`
    <p class="line"><${Status} of=${order.Status} /> ${order.Side} ${order.Quantity} ${symbolOf(order)}
      ${order.Price ? ` at ${order.Price}` : ''}, account ${order.AccountId}</p>
    <${Facts} of=${[
      ['Type', order.Type],
      ['Executed', `${order.ExecutedQuantity ?? 0} of ${order.Quantity}${order.AveragePrice ? ` at ${order.AveragePrice}` : ''}`],
      ['Time in force', order.TimeInForce],
      ['Expires', order.ExpireDate && !order.ExpireDate.startsWith('0001') && time(order.ExpireDate)],
      ['Cancel outcome', order.cancelOutcome && Object.values(order.cancelOutcome).join(' ')],
      ['Venue answers next', order.venueAnswer && `${order.venueAnswer.event} at ${time(order.venueAnswer.at)}`],
      ['Description', order.Description],
      ['Legs', order.Legs && order.Legs.length ? order.Legs.map(leg => leg.Id).join(', ') : ''],
    ]} />
    <${Acts} order=${order} known=${known} />
    <h3>Life</h3>
    <${Life} order=${order} requests=${requests} />
    <h3>As JSON</h3>
    <p class="buttons"><${Copy} text=${fixture([order])} what="the fixture">Copy as fixture<//></p>
    <details><summary>All that is known of it</summary><pre tabindex="0">${JSON.stringify(order, null, 2)}</pre></details>`;
}

function Acts({ order, known }) {
  const [quantity, setQuantity] = useState('');
  const [price, setPrice] = useState('');
  const tell = (event, body) => () => control('POST', `/orders/${order.Id}/${event}`, body);
  const fill = () => {
    const body = {};
    quantity && (body.Quantity = Number(quantity));
    price && (body.Price = Number(price));
    return control('POST', `/orders/${order.Id}/fill`, body);
  };
  const is = event => `Order ${order.Id}: ${event}.`;
  const cancel = (fields) => act('', async () => {
    const { ok, line } = await api('DELETE', `/v1.0/accounts/${order.AccountId}/orders/${order.Id}`, credentialsIn(fields));
    if (!ok) {
      throw new Error(line);
    }
    return line;
  });
  const script = ({ outcome, after, amount }) => act(is(`a cancel will ${outcome}`), () => {
    const body = { outcome };
    after && (body.after = after);
    amount && (body.Quantity = Number(amount));
    return control('PUT', `/orders/${order.Id}/cancel-outcome`, body);
  });
  return html`
    <h3>Have the venue</h3>
    <div class="acts">
      <${Field} label="Quantity"><input name="quantity" size="7" inputmode="decimal" placeholder="all"
        value=${quantity} onInput=${event => setQuantity(event.target.value)} /><//>
      <${Field} label="Price"><input name="price" size="7" inputmode="decimal" placeholder="as it is"
        value=${price} onInput=${event => setPrice(event.target.value)} /><//>
      <${Act} done=${is('filled')} run=${fill}>Fill<//>
    </div>
    <p class="buttons">
      <${Act} done=${is('acknowledged')} run=${tell('acknowledge')}>Acknowledge<//>
      <${Act} done=${is('rejected')} run=${tell('reject')}>Reject<//>
      <${Act} done=${is('expired')} run=${tell('expire')}>Expire<//>
      <${Act} done=${is('suspended')} run=${tell('suspend')}>Suspend<//>
      <${Act} done=${is('cancel acknowledged')} run=${tell('acknowledge-cancel')}>Acknowledge cancel<//>
      <${Act} done=${is('cancel rejected')} run=${tell('reject-cancel')}>Reject cancel<//>
    </p>
    <details><summary>What comes of its cancel</summary>
      <${Form} label="Cancel outcome" class="acts" onSend=${script}>
        <${Field} label="Outcome"><select name="outcome"><${Options} of=${OUTCOMES} /></select><//>
        <${Field} label="After"><input name="after" size="6" placeholder="PT2S" /><//>
        <${Field} label="Filled first"><input name="amount" size="6" inputmode="decimal" /><//>
        <button>Set</button>
      <//>
    </details>
    <h3>Ask the API</h3>
    <${Form} label="Cancel the order" class="acts" onSend=${cancel}>
      <${CredentialFields} known=${known} />
      <button class="main">Cancel order</button>
    <//>`;
}

/** Each state that an order was in, and what was behind it: a request of the journal, or else the venue or the clock. */
function Life({ order, requests }) {
  /** One request may leave several states: their ids follow the one before it, up to the one it left the order in. */
  const behind = id => requests.find(({ changes }) => {
    const ids = changes.find(change => change.order === order.Id)?.fields.StateId;
    return ids && id <= ids.after && (ids.before === null || id > ids.before);
  });
  const states = [...(order.earlierStates || []), order];
  return html`<ol class="life">${states.map((state, index) => {
    const request = behind(state.StateId);
    return html`<li key=${state.StateId || index}>
      <time>${time(state.TransactionDate || state.Date || '')}</time>
      <span><${Status} of=${state.Status} />
        ${state.RequestStatus && html` <span class="quiet">${state.Target}: ${state.RequestStatus}</span>`}
        ${state.LastQuantity ? ` ${state.LastQuantity} at ${state.LastPrice}, ${state.ExecutedQuantity} in all` : ''}
        ${state.Description ? ` ${state.Description}` : ''}</span>
      <span class="quiet">${request
        ? html`by <a href=${address({ view: 'requests', id: request.number })}>request ${request.number}</a>, ${request.method}`
        : index === 0
          ? 'in the fixtures, or no longer in the journal'
          : 'the venue, the clock, or a request that is not in the journal'}</span>
    </li>`;
  })}</ol>`;
}
