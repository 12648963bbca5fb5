#!/usr/bin/env node
// Cancels an order on a running etna-sandbox: node cancel-order.mjs [base URL]

const baseUrl = process.argv[2] ?? 'http://127.0.0.1:6303';
const order = '/api/v1.0/accounts/6303/orders/73552';

/** Sends a request and returns the answer, which must have the expected status. */
async function call(method, path, expected, headers = {}) {
  const answer = await fetch(baseUrl + path, { method, headers }).catch((error) =>
    fail(`${baseUrl} does not answer (${error.cause?.message ?? error.message}); is the sandbox running?`),
  );
  if (answer.status !== expected) {
    const reason = answer.headers.get('Sandbox-Reason') ?? '';
    fail(`${method} ${path}: expected ${expected}, got ${answer.status} ${reason}\n${await answer.text()}`);
  }
  return answer;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const login = { 'Et-App-Key': 'demo-app-key', Username: 'admin', Password: 'admin-password' };
const { Token: token } = await (await call('POST', '/api/token', 200, login)).json();
const credentials = { 'Et-App-Key': 'demo-app-key', Authorization: `Bearer ${token}` };
console.log('POST /api/token: 200');

await call('DELETE', order, 204, credentials);
console.log(`DELETE ${order}: 204`);

const { orders } = await (await call('GET', '/sandbox/state', 200)).json();
const { Status: status } = orders.find(({ Id }) => Id === 73552);
if (status !== 'Canceled') {
  fail(`order 73552 is ${status}, not Canceled`);
}
console.log(`GET /sandbox/state: order 73552 is ${status}`);

const refusal = await call('DELETE', order, 409, credentials);
console.log(`DELETE ${order}: 409, ${refusal.headers.get('Sandbox-Reason')}`);
