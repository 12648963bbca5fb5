// What the world was right after a request.
import { html, useState } from './preact.js';
import { control } from './server.js';
import { useFresh } from './live.js';
import { Act, Facts, Problem, Small, time } from './ui.js';
import { Change } from './request.js';
import { fork } from './world.js';
import { Status } from './orders.js';

/** Of more orders than these the last ones are shown. */
const MOST = 1000;

export function Travel({ number }) {
  const { value: kept } = useFresh(['request', 'changed'], () => control('GET', '/requests?limit=1'), []);
  const from = kept?.statesFrom;
  if (!kept) {
    return null;
  }
  return html`<h3>The world right after it</h3>
    ${from !== undefined && number >= from
      ? html`<${There} number=${number} />`
      : html`<p class="none">${from === undefined
          ? 'No earlier state of this world is kept.'
          : `Kept is what the world was from request ${from} on.`}</p>`}`;
}

function There({ number }) {
  const { value: since, problem } = useFresh(['request', 'changed'], () => control('GET', `/requests/${number}/changes`), [number]);
  const [state, setState] = useState(null);
  const show = () => control('GET', `/requests/${number}/state`).then(setState);
  const symbolOf = order =>
    order.Symbol || state.securities.find(each => each.Id === order.SecurityId)?.Symbol || order.SecurityId;
  return html`
    <${Problem} text=${problem} />
    <p class="buttons">
      <${Act} done=${`The world as it was after request ${number}.`} run=${show}>Show its orders<//>
      <${Act} done="" run=${() => fork({ request: number })}>Fork from here<//>
    </p>
    ${state && html`<${Facts} of=${[['Clock then', time(state.clock)], ['Orders then', state.orders.length]]} />
      <${Small} caption=${`Orders after request ${number}`} heads=${['Order', 'Symbol', 'Side', 'Executed', 'Status']}
        none="There was no order."
        rows=${state.orders.slice(-MOST).map(each => ({
          key: each.Id,
          cells: [
            each.Id, symbolOf(each), each.Side, `${each.ExecutedQuantity ?? 0} of ${each.Quantity}`, html`<${Status} of=${each.Status} />`],
        }))} />`}
    ${since && html`<h4>What differs now</h4>
      ${since.gone.length > 0 && html`<p>Gone since then: order ${since.gone.join(', ')}.</p>`}
      ${since.changes.length === 0 && since.gone.length === 0 && html`<p class="none">No order differs from what it was then.</p>`}
      ${since.changes.map(change => html`<${Change} change=${change} key=${change.order} before="Then" after="Now" />`)}`}`;
}
