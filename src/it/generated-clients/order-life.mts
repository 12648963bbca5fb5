// The life of one order, from login to logout, through the generated client.
// Arguments: the API's URL, the dialect. Whatever is not as it must be is an exception, and so the status 1.
import * as api from './target/typescript/index.js';

declare const process: { argv: string[] };

const [apiUrl, dialect] = process.argv.slice(2);
const documented = dialect === 'documented';
let token = '';
const configuration = new api.Configuration({
  basePath: apiUrl,
  apiKey: (name) => (name === 'Et-App-Key' ? 'demo-app-key' : ''),
  accessToken: async () => token,
});
const tokens = new api.TokensApi(configuration);
const users = new api.UsersApi(configuration);
const orders = new api.OrdersApi(configuration);
const accountId = 6303;

function must(condition: boolean, problem: string): void {
  if (!condition) {
    throw new Error(problem);
  }
}

function mustBe<T>(expected: T, actual: T, what: string): void {
  must(actual === expected, `the ${what} must be ${expected}, and is ${actual}`);
}

// The generated client has checks of models and enums, and leaves it to the program to call them. The type has a missing
// one fail the compilation.
type EnumsOf<T> = { [K in keyof T]-?: string extends T[K] ? never : T[K] extends string | undefined ? K : never }[keyof T];
const enums: Record<EnumsOf<api.Order> | EnumsOf<api.OrderDetails> | EnumsOf<api.UserAccount>, (value: any) => boolean> = {
  Side: api.instanceOfSide,
  Status: api.instanceOfOrderStatus,
  ExecutionStatus: api.instanceOfOrderStatus,
  Type: api.instanceOfOrderType,
  RequestStatus: api.instanceOfRequestStatus,
  Target: api.instanceOfTarget,
  TimeInForce: api.instanceOfTimeInForce,
  InitialType: api.instanceOfOrderType,
  TransType: api.instanceOfTransType,
  ExecutionTarget: api.instanceOfTarget,
  AccessType: api.instanceOfAccessType,
  MarginType: api.instanceOfMarginType,
};

function checked<T extends object>(model: T, isInstance: (model: object) => boolean): T {
  must(isInstance(model), `a required member is missing in ${JSON.stringify(model)}`);
  for (const [name, isValue] of Object.entries(enums)) {
    if (name in model) {
      const value = model[name as keyof T];
      must(isValue(value), `${name} has no value ${JSON.stringify(value)}`);
    }
  }
  return model;
}

const login = checked(
  await tokens.requestToken({ username: 'admin', password: 'admin-password' }),
  api.instanceOfTokenIssued,
);
mustBe('Succeeded', login.State, 'state of the login');
token = login.Token;

async function get(orderId: number): Promise<api.Order> {
  return checked(await orders.getOrderInfo({ accountId, orderId }), api.instanceOfOrder);
}

const accounts = await users.listUserAccounts({ userId: '@me' });
accounts.forEach((one) => checked(one, api.instanceOfUserAccount));
must(accounts.some((one) => one.Id === accountId), 'the account is not listed');

const placeParams: api.PlaceParams = { Symbol: 'TSLA', Side: 'Buy', Type: 'Limit', Quantity: 10, Price: 100 };
const preview = checked(await orders.validateOrderPlacement({ accountId, placeParams }), api.instanceOfPreview);
must(preview.IsSuccessful, `the preview is not successful: ${preview.ErrorDescription}`);
mustBe(1000, preview.Cost, 'cost of the preview');

const placed = checked(await orders.placeOrder({ accountId, placeParams }), api.instanceOfOrder);
const orderId = placed.Id;
mustBe('PendingNew', placed.Status, 'status in the answer to the placement');
mustBe<unknown>(documented ? 0 : 'None', placed.ExecInst, 'execution instruction');

const request = { accountId, pageNumber: 0, pageSize: 100 };
const page = checked(await orders.getFilteredOrders(request), api.instanceOfOrders);
page.Result.forEach((one) => checked(one, api.instanceOfOrder));
must(page.Result.some((one) => one.Id === orderId), 'the order is not listed');
mustBe(page.TotalCount, page.Result.length, 'number of listed orders');
const order = await get(orderId);
mustBe(orderId, order.Id, 'id of the order');
mustBe('New', order.Status, 'status after the placement');

const modifyParams = { Id: orderId, Quantity: 20, Price: 101, ExecutionInstructions: {} };
const replaced = checked(await orders.replaceOrder({ accountId, orderId, modifyParams }), api.instanceOfOrder);
mustBe(orderId, replaced.Id, 'id in the answer to the replacement');
mustBe('New', replaced.Status, 'status in the answer to the replacement');
mustBe(20, replaced.Quantity, 'quantity after the replacement');
mustBe(101, replaced.Price, 'price after the replacement');

await orders.cancelOrder({ accountId, orderId });
const canceled = await get(orderId);
mustBe(orderId, canceled.Id, 'id after the cancel');
mustBe('Canceled', canceled.Status, 'status after the cancel');

const states = await orders.getOrderDetails({ accountId, orderId });
states.forEach((state) => checked(state, api.instanceOfOrderDetails));
must(states.every((state) => state.Id === orderId), 'the details are of another order');
mustBe('Canceled', states.at(-1)?.Status, 'status in the last of the details');

await tokens.logout();
const status = await orders.getOrderInfo({ accountId, orderId }).then(
  () => 200,
  (error: api.ResponseError) => error.response.status,
);
mustBe(401, status, 'HTTP status after the logout');
