// What the market is and what the accounts have: both stand still until somebody moves them.
import { html, useState } from './preact.js';
import { control } from './server.js';
import { useControl } from './live.js';
import { address } from './url.js';
import { Act, Choice, Facts, Field, Form, Problem, Small, Text, act } from './ui.js';
import { Status } from './orders.js';

const KINDS = ['changed', 'request'];

/** Of more accounts or quotes, so many are shown. */
const MOST = 200;

const More = ({ all }) => all.length > MOST && html`<p class="none">The first ${MOST} of ${all.length}.</p>`;

export const Market = () => html`<section class="columns" aria-label="Market">
  <${Quotes} /><${Accounts} />
</section>`;

const NUMBERS = ['Last', 'Bid', 'BidSize', 'Ask', 'AskSize'];

/** The members that are filled in. What is no number is sent as it is, and the sandbox tells that. */
const quoteOf = fields => Object.fromEntries(NUMBERS.filter(name => fields[name] !== '')
  .map(name => [name, Number.isNaN(Number(fields[name])) ? fields[name] : Number(fields[name])]));

const told = ({ Symbol, orders, waiting }) => `${Symbol} has the quote. Orders that react: ${orders.length}; that wait: ${waiting.length}.`;

function Quotes() {
  const { value: quotes = [], problem } = useControl(KINDS, '/quotes');
  const { value: venue } = useControl(KINDS, '/venue');
  const [met, setMet] = useState();
  const set = ({ symbol, ...fields }) => act('', async () => {
    const answer = await control('PUT', `/quotes/${encodeURIComponent(symbol)}`, quoteOf(fields));
    setMet(answer);
    return told(answer);
  });
  const fills = venue?.fillsAtQuotes;
  return html`<section aria-labelledby="quotes"><h2 id="quotes">Quotes</h2>
    <p class="none">${fills ? 'Orders react to the quotes.' : 'No order reacts to a quote until you have orders fill at quotes.'}</p>
    <p class="buttons"><${Act} class="toggle" aria-pressed=${String(Boolean(fills))}
      done=${fills ? 'Orders do not fill at quotes any more.' : 'Orders fill at quotes now.'}
      run=${() => control('PUT', '/venue', { fillsAtQuotes: !fills })}>Fill at quotes${fills ? ': on' : ': off'}<//></p>
    <${Form} label="New quote" class="acts" onSend=${set}>
      <${Field} label="Symbol"><${Choice} name="symbol" value=${quotes[0]?.Symbol} of=${quotes.map(each => each.Symbol)} /><//>
      ${NUMBERS.map(name => html`<${Field} key=${name} label=${name}>
        <${Text} name=${name} size="6" inputmode="decimal" required=${name === 'Last'} /><//>`)}
      <button class="main">Set quote</button>
    <//>
    ${met && html`<h3>What the quote of ${met.Symbol} did</h3>
      <${Small} caption=${`Orders at the quote of ${met.Symbol}`} none="It met no order." heads=${['Order', 'Status', 'Why']}
        rows=${[...met.orders, ...met.waiting].map(each => ({
          key: each.Id,
          cells: [html`<a href=${address({ view: 'orders', id: each.Id })}>${each.Id}</a>`, html`<${Status} of=${each.Status} />`, each.why],
        }))} />`}
    <${Problem} text=${problem} />
    <${Small} caption="Quotes" none="No security has a quote." heads=${['Symbol', 'Last', 'Bid', 'Ask']}
      rows=${quotes.slice(0, MOST).map(({ Symbol, quote }) => ({
        key: Symbol,
        cells: [Symbol, quote.Last, sized(quote.Bid, quote.BidSize), sized(quote.Ask, quote.AskSize)],
      }))} />
    <${More} all=${quotes} />
  </section>`;
}

const sized = (price, size) => (size === undefined ? price : `${price} for ${size}`);

function Accounts() {
  const { value: state, problem } = useControl(KINDS, '/state?orders=false');
  const { accounts = [], positions = [] } = state || {};
  return html`<section aria-labelledby="accounts"><h2 id="accounts">Accounts</h2>
    <${Problem} text=${problem} />
    ${accounts.slice(0, MOST).map(each => html`<${Account} key=${each.Id} of=${each} positions=${positions.filter(one => one.AccountId === each.Id)} />`)}
    <${More} all=${accounts} />
  </section>`;
}

const Account = ({ of: { Id, balance = {} }, positions }) => html`
  <h3>Account ${Id}</h3>
  <${Facts} of=${[
    ['Cash', balance.cash],
    ['Stock buying power', balance.stockBuyingPower],
    ['Market value', balance.marketValue],
    ['Open P/L', balance.openPL],
    ['Orders', html`<a href=${address({ view: 'orders', account: Id })}>those of this account</a>`],
  ]} />
  <${Small} caption=${`Positions of account ${Id}`} none="It holds nothing."
    heads=${['Position', 'Symbol', 'Quantity', 'Average price', 'Cost basis', 'Realized P/L']}
    rows=${positions.map(each => ({
      key: each.Id,
      cells: [each.Id, each.Symbol, each.Quantity, each.AverageOpenPrice, each.CostBasis, each.RealizedProfitLoss],
    }))} />`;
