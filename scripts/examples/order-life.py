#!/usr/bin/env python3
"""The life of an order on a running etna-sandbox: python3 order-life.py [base URL]"""

import json
import sys
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
headers = {"Et-App-Key": "demo-app-key"}


def call(method, path, expected, body=None, more_headers=None):
    """Sends a request and returns reason and body of the answer, which must have the expected status."""
    request = Request(BASE_URL + path, method=method, headers=headers | (more_headers or {}))
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        answer = urlopen(request)
    except HTTPError as error:
        answer = error  # a refusal is an answer, too
    except URLError as error:
        sys.exit(f"{BASE_URL} does not answer ({error.reason}); is the sandbox running?")
    with answer:
        text = answer.read().decode()
        reason = answer.headers.get("Sandbox-Reason", "")
        if answer.status != expected:
            sys.exit(f"{method} {path}: expected {expected}, got {answer.status} {reason}\n{text}")
        return reason, json.loads(text) if text else None


_, login = call("POST", "/api/token", 200, more_headers={"Username": "admin", "Password": "admin-password"})
headers["Authorization"] = f"Bearer {login['Token']}"
print("POST /api/token: 200")

_, accounts = call("GET", "/api/v1.0/users/7125/accounts", 200)
account = accounts[0]["Id"]
orders = f"/api/v1.0/accounts/{account}/orders"
print(f"GET /api/v1.0/users/7125/accounts: account {account}")

wanted = {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 100, "Price": 156.5}
_, preview = call("POST", f"/api/v1.0/accounts/{account}/preview/orders", 200, wanted)
print(f"POST /api/v1.0/accounts/{account}/preview/orders: it would cost {preview['Cost']}")

_, order = call("POST", orders, 200, wanted)
print(f"POST {orders}: it is {order['Status']}")

_, page = call("GET", f"{orders}?pageNumber=0&pageSize=1&sortField=Id&desc=true", 200)
latest = page["Result"][0]
if latest["Id"] != order["Id"]:
    sys.exit(f"order {latest['Id']} is the latest, not {order['Id']}")
print(f"GET {orders}: the latest is {latest['Status']}")

_, filled = call("POST", f"/sandbox/orders/{order['Id']}/fill", 200, {"Quantity": 40, "Price": 156.45})
print(f"POST /sandbox/orders/{{id}}/fill: it is {filled['Status']}, {filled['LeavesQuantity']} are left")

replacement = {"Id": order["Id"], "Quantity": 50, "Price": 156, "ExecutionInstructions": {}}
reason, _ = call("PUT", f"{orders}/{order['Id']}", 409, replacement)
if "is executed" not in reason:
    sys.exit(f"the reason is: {reason}")
print(f"PUT {orders}/{{id}}: 409, a part of it is executed")

call("DELETE", f"{orders}/{order['Id']}", 204)
print(f"DELETE {orders}/{{id}}: 204")

_, records = call("GET", f"{orders}/{order['Id']}/details", 200)
print(f"GET {orders}/{{id}}/details: {' '.join(record['Status'] for record in records)}")
