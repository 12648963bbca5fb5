#!/usr/bin/env -S node --experimental-websocket
// An application that watches its order by the stream of a running etna-sandbox:
// node --experimental-websocket stream.mjs [base URL]   (Node 22 and later need no flag)

const baseUrl = process.argv[2] ?? 'http://127.0.0.1:6303';
const orders = '/api/v1.0/accounts/6303/orders';
const patience = 500; // milliseconds without a message, after which the application asks
const headers = { 'Et-App-Key': 'demo-app-key' };

/** Sends a request and returns the answer's body. */
async function call(method, path, body, moreHeaders = {}) {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await fetch(baseUrl + path, {
    method,
    headers: { ...headers, ...json, ...moreHeaders },
    body: JSON.stringify(body),
  }).catch((error) =>
    fail(`${baseUrl} does not answer (${error.cause?.message ?? error.message}); is the sandbox running?`),
  );
  const text = await answer.text();
  return answer.ok ? JSON.parse(text || 'null') : fail(`${method} ${path}: ${answer.status} ${text}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Reads messages one after the other; pings are answered and left out. */
function reader(stream) {
  const arrived = [];
  const waiting = [];
  stream.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.Cmd === 'Ping') {
      stream.send(JSON.stringify({ Cmd: 'Pong', StatusCode: 'Ok' }));
    } else if (waiting.length > 0) {
      waiting.shift()(message);
    } else {
      arrived.push(message);
    }
  };
  return (milliseconds) =>
    new Promise((resolve) => {
      if (arrived.length > 0) {
        resolve(arrived.shift());
        return;
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(take), 1);
        resolve(undefined);
      }, milliseconds);
      const take = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
      waiting.push(take);
    });
}

/** Waits for the stream to tell a status of an order; asks the API when nothing comes. */
async function until(next, order, status) {
  for (;;) {
    const message = await next(patience);
    if (message === undefined) {
      const asked = (await call('GET', `${orders}/${order}`)).Status;
      console.log(`the stream tells nothing; the API says ${asked}`);
      return asked;
    }
    if (message.Id === String(order) && message.Status === status) {
      console.log(`the stream tells: ${status}, ${Number(message.ExecutedQuantity)} executed`);
      return status;
    }
  }
}

const login = await call('POST', '/api/token', undefined, { Username: 'admin', Password: 'admin-password' });
headers.Authorization = `Bearer ${login.Token}`;
const url = (await call('GET', '/api/v1.0/streamers')).DataAddresses[0].Url;
const session = (await call('PUT', '/api/v1.0/streamers/session/recover?sessionType=0')).Id;
const query = new URLSearchParams({ User: '7001', Password: session, HttpClientType: 'WebSocket' });

const stream = new WebSocket(`${url}/CreateSession.txt?${query}`);
stream.onerror = () => fail(`${url} does not answer`);
const next = reader(stream);
const created = (await next(60_000)) ?? fail('there is no session');
console.log(`${created.Cmd}: ${created.StatusCode}`);
stream.send(
  JSON.stringify({
    Cmd: 'Subscribe.txt',
    SessionId: created.SessionId,
    Keys: '6303',
    EntityType: 'Order',
    HttpClientType: 'WebSocket',
  }),
);

const wanted = { Symbol: 'AAPL', Type: 'Limit', Side: 'Buy', Quantity: 100, Price: 156.5 };
const order = (await call('POST', orders, wanted)).Id;
await until(next, order, 'New');
await call('POST', `/sandbox/orders/${order}/fill`, { Quantity: 40, Price: 156.45 });
await until(next, order, 'PartiallyFilled');

const drop = { match: { path: '/streamers/data/Order/6303' }, when: 'message', effect: { type: 'drop' } };
await call('POST', '/sandbox/faults', drop);
await call('POST', `/sandbox/orders/${order}/fill`, { Price: 156.45 });
if ((await until(next, order, 'Filled')) !== 'Filled') {
  fail('the order is not filled');
}
stream.close();
