// The orders of the world.
import { html, useState } from './preact.js';
import { Follow, PagedTable } from './table.js';
import { Choice, Field, Form } from './ui.js';
import { useControl } from './live.js';
import { address, changed, go } from './url.js';
import { Order } from './order.js';
import { PlaceOrder } from './form.js';

const STATUSES = ['New', 'PartiallyFilled', 'Filled', 'DoneForDay', 'Canceled', 'Replaced', 'PendingCancel', 'Stopped',
  'Rejected', 'Suspended', 'PendingNew', 'Calculated', 'Expired', 'AcceptedForBidding', 'PendingReplace', 'Error', 'Held'];

const columns = symbolOf => [
  { title: 'Order', className: 'id', cell: row => row.Id },
  { title: 'Status', className: 'status', cell: row => html`<${Status} of=${row.Status} />` },
  { title: 'Symbol', className: 'word', cell: symbolOf },
  { title: 'Side', className: 'word', cell: row => row.Side },
  { title: 'Executed', className: 'amount', cell: row => `${row.ExecutedQuantity ?? 0} of ${row.Quantity}` },
  { title: 'Price', className: 'number wide-only', cell: row => row.Price || '' },
  { title: 'Type', className: 'word wide-only', cell: row => row.Type },
  { title: 'Account', className: 'id wide-only', cell: row => row.AccountId },
];

export const Status = ({ of }) => html`<span class=${`state ${of}`}>${of}</span>`;

export function Orders({ at }) {
  const [following, setFollowing] = useState(false);
  const filters = { account: at.account, status: at.status };
  const { value: known } = useControl(['changed'], '/state?orders=false');
  const accounts = known ? known.accounts.map(each => String(each.Id)) : at.account ? [at.account] : [];
  const symbols = new Map(known?.securities.map(each => [each.Id, each.Symbol]));
  const symbolOf = row => row.Symbol || symbols.get(row.SecurityId) || row.SecurityId;
  const filter = ({ account, status }) => go(address({ view: 'orders', account, status, id: at.id }));
  return html`<div class=${`pair ${at.id ? 'open' : ''}`}>
    <div class="list">
      <${Form} label="Filter orders" class="filter" onSend=${filter} onChange=${event => event.target.form.requestSubmit()}>
        <${Field} label="Account"><${Choice} name="account" data-filter value=${at.account || ''} of=${accounts} none="all" /><//>
        <${Field} label="Status"><${Choice} name="status" value=${at.status || ''} of=${STATUSES} none="any" /><//>
        <a class="button" href=${address({ view: 'orders', id: at.id })}>Clear filter</a>
        <${Follow} following=${following} onFollowing=${setFollowing} />
        <a class="button" href=${changed({ id: 'new' })}>Place an order</a>
      <//>
      <${PagedTable} path="/orders" filters=${filters} kinds=${['request', 'changed']} caption="Orders" columns=${columns(symbolOf)}
        rowsOf=${answer => answer.orders} keyOf=${row => row.Id} selected=${at.id}
        hrefOf=${row => changed({ view: 'orders', id: row.Id })}
        following=${following} onFollowing=${setFollowing}
        none=${at.account || at.status ? 'No order fits the filter.' : 'This world has no orders.'} />
    </div>
    ${at.id === 'new' ? html`<${PlaceOrder} known=${known} />` 
      : at.id && html`<${Order} id=${at.id} key=${at.id} known=${known} symbolOf=${symbolOf} />`}
  </div>`;
}
