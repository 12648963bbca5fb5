#!/usr/bin/env node
// The life of an order on a running etna-sandbox: node order-life.mjs [base URL]

const baseUrl = process.argv[2] ?? 'http://127.0.0.1:6303';
const headers = { 'Et-App-Key': 'demo-app-key' };

/** Sends a request and returns reason and body of the answer, which must have the expected status. */
async function call(method, path, expected, body, moreHeaders = {}) {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await fetch(baseUrl + path, {
    method,
    headers: { ...headers, ...json, ...moreHeaders },
    body: JSON.stringify(body),
  }).catch((error) =>
    fail(`${baseUrl} does not answer (${error.cause?.message ?? error.message}); is the sandbox running?`),
  );
  const text = await answer.text();
  const reason = answer.headers.get('Sandbox-Reason') ?? '';
  if (answer.status !== expected) {
    fail(`${method} ${path}: expected ${expected}, got ${answer.status} ${reason}\n${text}`);
  }
  return { reason, json: text === '' ? undefined : JSON.parse(text) };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const login = await call('POST', '/api/token', 200, undefined, { Username: 'admin', Password: 'admin-password' });
headers.Authorization = `Bearer ${login.json.Token}`;
console.log('POST /api/token: 200');

const accounts = await call('GET', '/api/v1.0/users/7125/accounts', 200);
const account = accounts.json[0].Id;
const orders = `/api/v1.0/accounts/${account}/orders`;
console.log(`GET /api/v1.0/users/7125/accounts: account ${account}`);

const wanted = { Symbol: 'AAPL', Type: 'Limit', Side: 'Buy', Quantity: 100, Price: 156.5 };
const preview = await call('POST', `/api/v1.0/accounts/${account}/preview/orders`, 200, wanted);
console.log(`POST /api/v1.0/accounts/${account}/preview/orders: it would cost ${preview.json.Cost}`);

const placed = await call('POST', orders, 200, wanted);
const id = placed.json.Id;
console.log(`POST ${orders}: it is ${placed.json.Status}`);

const page = await call('GET', `${orders}?pageNumber=0&pageSize=1&sortField=Id&desc=true`, 200);
const [latest] = page.json.Result;
if (latest.Id !== id) {
  fail(`order ${latest.Id} is the latest, not ${id}`);
}
console.log(`GET ${orders}: the latest is ${latest.Status}`);

const filled = await call('POST', `/sandbox/orders/${id}/fill`, 200, { Quantity: 40, Price: 156.45 });
console.log(`POST /sandbox/orders/{id}/fill: it is ${filled.json.Status}, ${filled.json.LeavesQuantity} are left`);

const replacement = { Id: id, Quantity: 50, Price: 156, ExecutionInstructions: {} };
const { reason } = await call('PUT', `${orders}/${id}`, 409, replacement);
if (!reason.includes('is executed')) {
  fail(`the reason is: ${reason}`);
}
console.log(`PUT ${orders}/{id}: 409, a part of it is executed`);

await call('DELETE', `${orders}/${id}`, 204);
console.log(`DELETE ${orders}/{id}: 204`);

const records = await call('GET', `${orders}/${id}/details`, 200);
console.log(`GET ${orders}/{id}/details: ${records.json.map((record) => record.Status).join(' ')}`);
