// The page: where one is, and how to get elsewhere.
import { html, render, useEffect, useState } from './preact.js';
import { ask, pathOf, worldId } from './server.js';
import { listen, refresh, useControl, useFresh, useStanding, useWorlds } from './live.js';
import { Act, Dialog, Said, time, typing } from './ui.js';
import { address, changed, follow, go, place, usePlace } from './url.js';
import { Requests } from './requests.js';
import { Orders } from './orders.js';
import { Market } from './market.js';
import { Messages } from './messages.js';
import { Webhooks } from './webhooks.js';
import { Stage } from './stage.js';
import { World } from './world.js';
import { Reference } from './reference.js';

const VIEWS = [
  ['requests', 'Requests', Requests],
  ['orders', 'Orders', Orders],
  ['market', 'Market', Market],
  ['messages', 'Messages', Messages],
  ['webhooks', 'Webhooks', Webhooks],
  ['stage', 'Gates and faults', Stage],
  ['world', 'World', World],
  ['reference', 'Reference', Reference],
];

const KEYS = [
  ['/', 'to the filter'], ['j, k', 'to the next row, to the one before'], ['Enter', 'open the row'],
  ['Escape', 'close what is open'], [`1 to ${VIEWS.length}`, 'to a view'], ['r', 'fetch everything again'], ['?', 'this help'],
];

function Header({ view, onHelp }) {
  const { value: health } = useFresh(['worlds'], () => ask('GET', '/sandbox/health'));
  const { value: worlds = [{ id: worldId }] } = useWorlds();
  const { value: clock } = useControl(['changed', 'request'], '/clock');
  const standing = useStanding();
  const few = worlds.slice(0, 200);
  const listed = few.some(each => each.id === worldId) ? few : [...few, { id: worldId }];
  return html`<header class="top">
    <h1>etna-sandbox <small>${health?.version}</small></h1>
    <nav aria-label="Views">${VIEWS.map(([name, title]) => html`
      <a key=${name} href=${address({ view: name })} aria-current=${name === view ? 'page' : undefined}>${title}</a>`)}</nav>
    <label class="field row"><span>World</span><select value=${worldId}
      onChange=${event => location.assign(`${pathOf(event.target.value)}/sandbox?view=${view}`)}>
      ${listed.map(each => html`<option key=${each.id} value=${each.id} selected=${each.id === worldId}>${each.id}</option>`)}
    </select></label>
    <span class="clock">${clock && time(clock.now)}</span>
    <span class=${`standing ${standing}`}>${standing}</span>
    <${Act} class="quiet" done="Everything was fetched again." run=${async () => refresh()}>Refresh<//>
    <button type="button" class="quiet" onClick=${onHelp}>Help</button>
  </header>`;
}

const Help = ({ onClose }) => html`<${Dialog} title="Keys" onClose=${onClose}>
  <dl class="facts keys">${KEYS.map(([key, what]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
  <p>A stateful fake of ETNA Trader's order API. It is not the broker, places no real orders and has no market; everybody and
    every credential here is invented.</p>
<//>`;

function App() {
  const at = usePlace();
  const [help, setHelp] = useState(false);
  const [view, , View] = VIEWS.find(([name]) => name === at.view) || VIEWS[0];
  useEffect(() => {
    const pressed = event => {
      if (typing(event)) {
        return;
      }
      const number = Number(event.key);
      if (event.key === '?') {
        setHelp(true);
      } else if (event.key === '/') {
        document.querySelector('[data-filter]')?.focus();
      } else if (event.key === 'Escape' && place().id) {
        go(changed({ id: undefined }));
      } else if (event.key === 'r') {
        refresh();
      } else if (number >= 1 && number <= VIEWS.length) {
        go(address({ view: VIEWS[number - 1][0] }));
      } else {
        return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    document.title = `${view} · ${worldId} · etna-sandbox`;
  }, [view]);
  return html`<div class="app" onClick=${follow}>
    <${Header} view=${view} onHelp=${() => setHelp(true)} />
    <main><${View} at=${at} key=${view} /></main>
    <${Said} />
    ${help && html`<${Help} onClose=${() => setHelp(false)} />`}
  </div>`;
}

listen();
render(html`<${App} />`, document.getElementById('console'));
