// What went over the connections to the streamers, as it goes.
import { html, useEffect, useState } from './preact.js';
import { Follow, PagedTable } from './table.js';
import { control } from './server.js';
import { useFresh } from './live.js';
import { address, changed, go } from './url.js';
import { Copy, Facts, Field, Form, Problem, Text, time } from './ui.js';

/** What became of a message beside that it went. */
const outcome = ({ reason, fault, gates = [] }) =>
  [reason, fault && `fault ${fault.id}: ${fault.effect}`, ...gates.map(id => `held by gate ${id}`)].filter(Boolean).join('; ');

const COLUMNS = [
  { title: '#', className: 'number', cell: row => row.number },
  { title: 'Connection', className: 'code wide-only', cell: row => row.connection },
  { title: 'Way', className: 'word', cell: row => row.way },
  { title: 'Type', className: 'status', cell: row => row.type },
  { title: 'Key', className: 'id', cell: row => row.key },
  { title: 'What came of it', className: 'rest', cell: row => html`<span title=${row.text}>${outcome(row) || row.text}</span>` },
];

export function Messages({ at }) {
  const [following, setFollowing] = useState(!at.id);
  useEffect(() => {
    at.id && setFollowing(false);
  }, [at.id]);
  const filters = { connection: at.connection, type: at.type, key: at.key };
  const filter = fields => go(address({ view: 'messages', ...fields, id: at.id }));
  return html`<div class=${`pair ${at.id ? 'open' : ''}`}>
    <div class="list">
      <${Form} label="Filter messages" class="filter" onSend=${filter} onChange=${event => event.target.form.requestSubmit()}>
        <${Field} label="Type"><${Text} name="type" data-filter type="search" placeholder="Order" value=${at.type || ''} /><//>
        <${Field} label="Key"><${Text} name="key" size="7" value=${at.key || ''} /><//>
        <${Field} label="Connection"><${Text} name="connection" size="4" inputmode="numeric" value=${at.connection || ''} /><//>
        <a class="button" href=${address({ view: 'messages', id: at.id })}>Clear filter</a>
        <${Follow} following=${following} onFollowing=${setFollowing} />
        <a class="button" href=${address({ view: 'stage', path: '/streamers/**', method: '' })}>Disturb messages</a>
      <//>
      <${PagedTable} path="/messages" filters=${filters} kinds=${['message', 'changed']} caption="Messages" columns=${COLUMNS}
        rowsOf=${answer => answer.messages} keyOf=${row => row.number} selected=${at.id}
        hrefOf=${row => changed({ view: 'messages', id: row.number })}
        following=${following} onFollowing=${setFollowing}
        none=${Object.values(filters).some(Boolean) ? 'No message fits the filter.' : 'No client has called a streamer of this world yet.'} />
    </div>
    ${at.id && html`<${Message} number=${at.id} key=${at.id} />`}
  </div>`;
}

/** The message as it is, its members one below the other where it has any. */
const laidOut = text => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (noJson) {
    return text;
  }
};

function Message({ number }) {
  const { value, problem } = useFresh(['changed'], () => control('GET', `/messages?after=${number - 1}&limit=1`), [number]);
  const one = value?.messages.find(each => String(each.number) === number);
  return html`<section class="detail" aria-label=${`Message ${number}`}>
    <header><h2>Message ${number}</h2><a class="button" href=${changed({ id: undefined })}>Close</a></header>
    <${Problem} text=${problem || (value && !one ? `Message ${number} is not kept.` : '')} />
    ${one && html`
      <${Facts} of=${[
        ['At', time(one.at)],
        ['Connection', one.connection],
        ['Way', one.way],
        ['Type', one.type],
        ['Key', one.key],
        ['What came of it', outcome(one)],
      ]} />
      <h3>Text</h3>
      <pre tabindex="0">${laidOut(one.text)}</pre>
      <p class="buttons"><${Copy} text=${one.text} what="the message">Copy to the byte<//>
        <a class="button" href=${changed({ connection: one.connection, type: undefined, key: undefined })}>All of connection ${one.connection}</a></p>`}
  </section>`;
}
