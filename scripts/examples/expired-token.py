#!/usr/bin/env python3
"""A token that ends while it is in use, on a running etna-sandbox: python3 expired-token.py [base URL]"""

import json
import sys
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
ORDER = "/api/v1.0/accounts/6303/orders/73552"
headers = {"Et-App-Key": "demo-app-key"}


def send(method, path, body=None, more_headers=None):
    """Sends a request and returns status and body of the answer."""
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
        return answer.status, json.loads(text) if text else None


def require(method, path, expected, got):
    if got != expected:
        sys.exit(f"{method} {path}: expected {expected}, got {got}")


def log_in():
    """Takes a new token for all calls from now on, and returns it."""
    status, login = send("POST", "/api/token", more_headers={"Username": "admin", "Password": "admin-password"})
    require("POST", "/api/token", 200, status)
    headers["Authorization"] = f"Bearer {login['Token']}"
    print("POST /api/token: 200")
    return login["Token"]


def call(method, path, expected):
    """The client: sends a request, and once again with a new token if the one it has is good no longer."""
    status, answer = send(method, path)
    if status == 401:
        print(f"{method} {path}: 401")
        log_in()
        status, answer = send(method, path)
    require(method, path, expected, status)
    return answer


token = log_in()
print(f"GET {ORDER}: it is {call('GET', ORDER, 200)['Status']}")

status, _ = send("POST", "/sandbox/tokens/expire", {"token": token})
require("POST", "/sandbox/tokens/expire", 200, status)
print("POST /sandbox/tokens/expire: 200")

call("DELETE", ORDER, 204)
print(f"DELETE {ORDER}: 204")
