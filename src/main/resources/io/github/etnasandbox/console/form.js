// An order to be placed, and the credentials that the API is called with.
import { html, useState } from './preact.js';
import { api } from './server.js';
import { address, changed, go } from './url.js';
import { Field, Form, Options, Text, act } from './ui.js';

const TYPES = ['Limit', 'Market', 'Stop', 'StopLimit'];
const SIDES = ['Buy', 'Sell', 'SellShort', 'BuyToCover'];
const TIMES = ['Day', 'GoodTillCancel', 'ImmediateOrCancel', 'FillOrKill', 'AtTheOpening', 'AtTheClose'];

/** The tokens of a world, those first that its API takes now. */
export function goodFirst(known) {
  const isGood = token => !token.revoked && !token.interim && !(token.expires && token.expires <= known.clock)
    && userOf(known, token).enabled;
  return [...known.tokens.filter(isGood), ...known.tokens.filter(token => !isGood(token))];
}

const userOf = (known, token) => known.users.find(each => each.UserId === token.UserId) || {};

/** The token and app key to call the API with, from those of the world. Good ones come first. */
export function CredentialFields({ known }) {
  if (!known) {
    return null;
  }
  return html`
    <${Field} label="Token"><select name="token">${goodFirst(known).map(each =>
      html`<option value=${each.token}>${each.token.slice(0, 40)} (${userOf(known, each).Login})</option>`)}</select><//>
    <${Field} label="App key"><select name="appKey"><${Options} of=${known.appKeys.map(each => each.key)} /></select><//>`;
}

export const credentialsIn = ({ token, appKey }) => ({ token, appKey });

export function PlaceOrder({ known }) {
  const [type, setType] = useState('Limit');
  const place = fields => act('', async () => {
    const body = { Symbol: fields.symbol, Type: fields.type, Side: fields.side, TimeinForce: fields.time };
    for (const [name, value] of [['Quantity', fields.quantity], ['Price', fields.price], ['StopPrice', fields.stop]]) {
      value && (body[name] = Number(value));
    }
    const { ok, line, text } = await api('POST', `/v1.0/accounts/${fields.account}/orders`, credentialsIn(fields), body);
    if (!ok) {
      throw new Error(line + (text ? `, ${text.slice(0, 200)}` : ''));
    }
    go(address({ view: 'orders', id: JSON.parse(text).Id }));
    return line;
  });
  return html`<section class="detail" aria-label="Place an order">
    <header><h2>Place an order</h2><a class="button" href=${changed({ id: undefined })}>Close</a></header>
    ${known && html`<${Form} label="Order" class="fields" onSend=${place}>
      <${Field} label="Account"><select name="account"><${Options} of=${known.accounts.map(each => each.Id)} /></select><//>
      <${Field} label="Symbol"><${Text} name="symbol" list="symbols" required value=${known.securities[0]?.Symbol} /><//>
      <datalist id="symbols"><${Options} of=${known.securities.map(each => each.Symbol)} /></datalist>
      <${Field} label="Side"><select name="side"><${Options} of=${SIDES} /></select><//>
      <${Field} label="Type"><select name="type" value=${type} onChange=${event => setType(event.target.value)}>
        <${Options} of=${TYPES} /></select><//>
      <${Field} label="Quantity"><${Text} name="quantity" inputmode="decimal" required value="100" /><//>
      ${type.includes('Limit') && html`<${Field} label="Price"><input name="price" inputmode="decimal" required /><//>`}
      ${type.startsWith('Stop') && html`<${Field} label="Stop price"><input name="stop" inputmode="decimal" required /><//>`}
      <${Field} label="Time in force"><select name="time"><${Options} of=${TIMES} /></select><//>
      <${CredentialFields} known=${known} />
      <button class="main">Place order</button>
    <//>`}
  </section>`;
}
