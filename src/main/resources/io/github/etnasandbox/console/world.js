// The world itself: its clock, its snapshots, who is in it, and the other worlds.
import { html, useState } from './preact.js';
import { ask, control, pathOf, query, worldId } from './server.js';
import { useControl, useWorlds } from './live.js';
import { Act, Copy, Facts, Field, Form, Problem, Small, act, time } from './ui.js';

export const World = () => html`<section class="columns" aria-label="World">
  <div><${Clock} /><${Snapshots} /><${Worlds} /></div>
  <div><${Credentials} /><${Rates} /></div>
</section>`;

const STEPS = [['1 second', 'PT1S'], ['1 minute', 'PT1M'], ['1 hour', 'PT1H'], ['1 day', 'PT24H']];

const happened = fired => fired.map(each => `${each.event} of order ${each.order}, now ${each.status}`).join('; ');

const told = ({ now, fired }) => `It is ${time(now)}. ${fired.length ? `Happened: ${happened(fired)}.` : 'Nothing was due.'}`;

function Clock() {
  const { value: clock, problem } = useControl(['changed', 'request'], '/clock');
  const { value: next } = useControl(['changed', 'request'], '/clock/next');
  const advance = by => async () => told(await control('POST', '/clock/advance', { by }));
  return html`<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
    <${Problem} text=${problem} />
    ${clock && html`<${Facts} of=${[
      ['Now', `${time(clock.now)}, ${clock.mode}`],
      ['Due next', next ? `${next.event} of order ${next.order} at ${time(next.at)}` : 'nothing'],
    ]} />`}
    <p class="buttons">${STEPS.map(([title, by]) => html`<${Act} key=${by} run=${advance(by)}>+ ${title}<//>`)}
      ${next && html`<${Act} run=${async () => told(await control('PUT', '/clock', { now: next.at }))}>To what is due next<//>`}</p>
    <${Form} label="Advance" class="acts" onSend=${({ by }) => act('', advance(by))}>
      <${Field} label="Advance by"><input name="by" size="10" required placeholder="PT90S" /><//><button>Advance</button>
    <//>
  </section>`;
}

/** Goes to a world, which is another page. */
const visit = ({ id }) => location.assign(`${pathOf(id)}/sandbox`);

/** Makes a world of what this one was after a request, or is in a snapshot, and goes there. */
export async function fork(from) {
  visit(await control('POST', `/worlds${query(from)}`));
}

function Snapshots() {
  const { value: all = [], problem } = useControl(['changed'], '/snapshots');
  const take = ({ name }, form) => act(`Snapshot ${name} is taken.`, () => control('PUT', `/snapshots/${encodeURIComponent(name)}`))
    .then(done => done && form.reset());
  const of = each => `/snapshots/${encodeURIComponent(each.name)}`;
  return html`<section aria-labelledby="snapshots"><h2 id="snapshots">Snapshots</h2>
    <${Form} label="New snapshot" class="acts" onSend=${take}>
      <${Field} label="Name"><input name="name" required pattern="[A-Za-z0-9._\\-]{1,100}" title="letters, digits, . _ and -" /><//>
      <button class="main">Take snapshot</button>
    <//>
    <${Problem} text=${problem} />
    <${Small} caption="Snapshots" none="There is no snapshot." heads=${['Name', 'Clock', 'Orders', '']}
      rows=${all.map(each => ({
        key: each.name,
        cells: [each.name, time(each.clock), each.orders, html`<span class="buttons">
          <${Act} done=${`The world is as it was at ${each.name}.`} run=${() => control('POST', `${of(each)}/restore`)}>Restore<//>
          <${Act} done="" run=${() => fork({ snapshot: each.name })}>Fork to a new world<//>
          <${Act} done=${`Snapshot ${each.name} is forgotten.`} run=${() => control('DELETE', of(each))}>Forget<//></span>`],
      }))} />
  </section>`;
}

function Worlds() {
  const { value: all = [], problem } = useWorlds();
  const drop = each => async () => {
    await ask('DELETE', pathOf(each.id));
    each.id === worldId && visit({ id: 'default' });
  };
  return html`<section aria-labelledby="worlds"><h2 id="worlds">Worlds</h2>
    <p class="buttons">
      <${Act} done="" run=${async () => visit(await control('POST', '/worlds'))}>Make a world like this<//>
      <${Act} done="The world is as it began." run=${() => control('POST', '/reset')}>Reset this world<//>
    </p>
    <${Problem} text=${problem} />
    <${Small} caption="Worlds" none="" heads=${['World', 'API', 'Dialect', 'Fixtures', '']}
      rows=${all.slice(0, 200).map(each => ({
        key: each.id,
        cells: [
          html`<a href=${`${pathOf(each.id)}/sandbox`}>${each.id}</a>${each.id === worldId ? ' (this)' : ''}`,
          html`<${Copy} text=${each.apiUrl} what="the base URL">${pathOf(each.id)}/api<//>`,
          each.dialect, each.fixtures,
          each.id !== 'default' && html`<${Act} done=${`World ${each.id} is dropped.`} run=${drop(each)}>Drop<//>`,
        ],
      }))} />
    ${all.length > 200 && html`<p class="none">${all.length - 200} more are not shown.</p>`}
  </section>`;
}

function Credentials() {
  const { value: known, problem } = useControl(['changed', 'request'], '/state?orders=false');
  const [shown, setShown] = useState(50);
  if (!known) {
    return html`<${Problem} text=${problem} />`;
  }
  const login = id => (known.users.find(user => user.UserId === id) || {}).Login;
  const standing = token =>
    token.revoked ? 'revoked'
      : token.interim ? 'for the second step of a login'
        : !token.expires ? 'good, without end'
          : `${token.expires <= known.clock ? 'expired' : 'good until'} ${time(token.expires)}`;
  return html`<section aria-labelledby="credentials"><h2 id="credentials">Credentials</h2>
    <p class="none">All of them are invented.</p>
    <h3>App keys</h3>
    <${Small} caption="App keys" none="There is none." heads=${['Et-App-Key', 'Standing', '']}
      rows=${known.appKeys.map(each => ({
        key: each.key,
        cells: [each.key, each.enabled === false ? 'deactivated' : 'good', html`<${Copy} text=${each.key} what="the app key" />`],
      }))} />
    <h3>Tokens</h3>
    <${Small} caption="Tokens" none="There is none." heads=${['Authorization', 'User', 'Standing', '']}
      rows=${known.tokens.slice(0, shown).map(each => ({
        key: each.token,
        cells: [html`<span class="cut">Bearer ${each.token}</span>`, login(each.UserId), standing(each),
          html`<${Copy} text=${`Bearer ${each.token}`} what="the token" />`],
      }))} />
    ${known.tokens.length > shown && html`<button type="button" onClick=${() => setShown(shown + 500)}>
      Show more of ${known.tokens.length}</button>`}
    <h3>Users</h3>
    <${Small} caption="Users" none="There is none." heads=${['User', 'Login', 'Password', 'Code', 'Role']}
      rows=${known.users.map(each => ({
        key: each.UserId,
        cells: [each.UserId, each.Login, each.password, each.verificationCode || '',
          `${each.administrator ? 'administrator' : 'trader'}${each.enabled === false ? ', disabled' : ''}`],
      }))} />
    <h3>Accounts</h3>
    <${Small} caption="Accounts" none="There is none." heads=${['Account', 'Owner', 'Buying power', '']}
      rows=${known.accounts.map(each => ({
        key: each.Id,
        cells: [each.Id, login(each.UserId) || each.UserId, each.balance?.stockBuyingPower ?? '',
          html`<a href=${`${location.pathname}?view=orders&account=${each.Id}`}>Orders</a>`],
      }))} />
  </section>`;
}

function Rates() {
  const { value: windows = [], problem } = useControl(['request', 'changed'], '/rates');
  return html`<section aria-labelledby="rates"><h2 id="rates">Rate windows</h2>
    <${Problem} text=${problem} />
    <${Small} caption="Rate windows" none="No request was counted in this minute." heads=${['Limit', 'Of', 'Used', 'Ends']}
      rows=${windows.map(each => ({
        key: each.limit + each.credential + each.subject,
        cells: [
          each.limit, html`<span class="cut">${each.credential} ${each.subject}</span>`,
          `${each.used} of ${each.requests}`, time(each.ends),
        ],
      }))} />
  </section>`;
}
