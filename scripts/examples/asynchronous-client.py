#!/usr/bin/env python3
"""A test that waits for an application, on a running etna-sandbox: python3 asynchronous-client.py [base URL]"""

import json
import sys
from threading import Timer
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
HEADERS = {"Et-App-Key": "demo-app-key", "Authorization": "Bearer admin-token"}


def send(method, path):
    """Sends a request and returns status and body of the answer."""
    try:
        answer = urlopen(Request(BASE_URL + path, method=method, headers=HEADERS))
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


# What was canceled before does not count.
status, _ = send("DELETE", "/sandbox/requests")
require("DELETE", "/sandbox/requests", 204, status)

# The application: it cancels the order at some time of its own, and does not tell the test.
application = Timer(0.3, send, ["DELETE", "/api/v1.0/accounts/6303/orders/73552"])
application.start()

# The test: it sleeps nowhere. The journal answers as soon as there is a cancel, or after ten seconds without any.
journal = "/sandbox/requests?order=73552&method=DELETE&await=PT10S"
status, found = send("GET", journal)
require("GET", journal, 200, status)
require("GET", journal, "1 request", f"{len(found['requests'])} request")
cancel = found["requests"][0]
require(cancel["method"], cancel["path"], 204, cancel["status"])
change = cancel["changes"][0]["fields"]["Status"]

print(f"GET {journal}: 1 request")
print(f"{cancel['method']} {cancel['path']}: {cancel['status']}")
print(f"Rule: {cancel['rule']}")
print(f"Status: {change['before']} -> {change['after']}")
