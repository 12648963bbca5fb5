#!/usr/bin/env python3
"""Cancels an order on a running etna-sandbox: python3 cancel-order.py [base URL]"""

import json
import sys
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
ORDER = "/api/v1.0/accounts/6303/orders/73552"


def call(method, path, headers, expected):
    """Sends a request and returns headers and body of the answer, which must have the expected status."""
    try:
        answer = urlopen(Request(BASE_URL + path, method=method, headers=headers))
    except HTTPError as error:
        answer = error  # a refusal is an answer, too
    except URLError as error:
        sys.exit(f"{BASE_URL} does not answer ({error.reason}); is the sandbox running?")
    with answer:
        body = answer.read().decode()
        if answer.status != expected:
            reason = answer.headers.get("Sandbox-Reason", "")
            sys.exit(f"{method} {path}: expected {expected}, got {answer.status} {reason}\n{body}")
        return answer.headers, body


login = {"Et-App-Key": "demo-app-key", "Username": "admin", "Password": "admin-password"}
_, body = call("POST", "/api/token", login, 200)
credentials = {"Et-App-Key": "demo-app-key", "Authorization": f"Bearer {json.loads(body)['Token']}"}
print("POST /api/token: 200")

call("DELETE", ORDER, credentials, 204)
print(f"DELETE {ORDER}: 204")

_, body = call("GET", "/sandbox/state", {}, 200)
status = next(order["Status"] for order in json.loads(body)["orders"] if order["Id"] == 73552)
if status != "Canceled":
    sys.exit(f"order 73552 is {status}, not Canceled")
print(f"GET /sandbox/state: order 73552 is {status}")

headers, _ = call("DELETE", ORDER, credentials, 409)
print(f"DELETE {ORDER}: 409, {headers['Sandbox-Reason']}")
