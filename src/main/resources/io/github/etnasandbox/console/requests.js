// What was asked of the world's API, as it comes.
import { html, useEffect, useState } from './preact.js';
import { Follow, PagedTable } from './table.js';
import { Act, Choice, Field, Form, Text } from './ui.js';
import { control } from './server.js';
import { useControl } from './live.js';
import { address, changed, go } from './url.js';
import { Request } from './request.js';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];

/** What came of a request, in a few words. */
function outcome({ reason, changes, fault }) {
  const parts = changes.map(({ order, new: isNew, fields }) => {
    const { before, after } = fields.Status || {};
    return isNew ? `${order} is new, ${after}` : `${order}: ${fields.Status ? `${before} → ${after}` : 'changed'}`;
  });
  return [reason, ...parts, fault && `fault ${fault.id}: ${fault.effect} ${fault.when}`].filter(Boolean).join('; ');
}

/** Where there is little room the beginning, which most paths have alike, is left out. */
function path({ path, query }) {
  const [, lead, rest] = path.match(/^((?:\/api)?\/v1\.0(?=\/))?(.*)$/s);
  return html`<span title=${path}><span class="lead">${lead}</span>${rest}${query ? `?${query}` : ''}</span>`;
}

const COLUMNS = [
  { title: '#', className: 'number', cell: row => row.number },
  { title: 'Method', className: 'word', cell: row => row.method },
  { title: 'Path', className: 'path', cell: path },
  { title: 'Status', className: 'code', cell: row => row.status ?? 'none' },
  { title: 'What came of it', className: 'rest', cell: row => html`<span title=${outcome(row)}>${outcome(row)}</span>` },
];

export function Requests({ at }) {
  const [following, setFollowing] = useState(!at.id);
  useEffect(() => {
    at.id && setFollowing(false);
  }, [at.id]);
  const filters = { method: at.method, path: at.path, status: at.status, order: at.order };
  const filter = ({ method, path, status, order }) => {
    const fits = path === '' || path.startsWith('/') || path.startsWith('*') ? path : `**/${path}`;
    go(address({ view: 'requests', method, path: fits, status, order, id: at.id }));
  };
  const { value: total } = useControl(['request', 'changed'], '/requests?limit=1');
  return html`<div class=${`pair ${at.id ? 'open' : ''}`}>
    <div class="list">
      <${Form} label="Filter requests" class="filter" onSend=${filter}
          onChange=${event => event.target.form.requestSubmit()}>
        <${Field} label="Method"><${Choice} name="method" value=${at.method || ''} of=${METHODS} none="any" /><//>
        <${Field} label="Path" wide><${Text} name="path" data-filter type="search" placeholder="**/orders/*" value=${at.path || ''} /><//>
        <${Field} label="Status"><${Text} name="status" size="4" inputmode="numeric" value=${at.status || ''} /><//>
        <${Field} label="Order"><${Text} name="order" size="7" inputmode="numeric" value=${at.order || ''} /><//>
        <a class="button" href=${address({ view: 'requests', id: at.id })}>Clear filter</a>
        <${Follow} following=${following} onFollowing=${setFollowing} />
        <${Act} class="quiet" done="The request journal is empty." run=${() => control('DELETE', '/requests')}>Forget all<//>
        <span class="count">${total ? `${total.matching} kept${total.dropped ? `, ${total.dropped} older dropped` : ''}` : ''}</span>
      <//>
      <${PagedTable} path="/requests" filters=${filters} kinds=${['request', 'changed']} caption="Requests" columns=${COLUMNS}
        rowsOf=${answer => answer.requests} keyOf=${row => row.number} selected=${at.id}
        hrefOf=${row => changed({ view: 'requests', id: row.number })}
        following=${following} onFollowing=${setFollowing}
        none=${Object.values(filters).some(Boolean) ? 'No request fits the filter.' : 'Nothing was asked of this world yet.'} />
    </div>
    ${at.id && html`<${Request} number=${at.id} key=${at.id} />`}
  </div>`;
}
