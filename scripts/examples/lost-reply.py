#!/usr/bin/env python3
"""A cancel that may safely be tried again, on a running etna-sandbox: python3 lost-reply.py [base URL]"""

import json
import sys
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
HEADERS = {"Et-App-Key": "demo-app-key", "Authorization": "Bearer admin-token"}
ORDER = "/api/v1.0/accounts/6303/orders/73552"


def send(method, path, body=None):
    """Sends a request and returns status and body of the answer, or None where the connection ends without one."""
    request = Request(BASE_URL + path, method=method, headers=HEADERS)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        answer = urlopen(request)
    except HTTPError as error:
        answer = error  # a refusal is an answer, too
    except URLError as error:
        sys.exit(f"{BASE_URL} does not answer ({error.reason}); is the sandbox running?")
    except ConnectionError:
        return None, None  # the request was sent: it may have been applied or not
    with answer:
        text = answer.read().decode()
        return answer.status, json.loads(text) if text else None


def call(method, path, expected, body=None):
    """Sends a request and returns the body of the answer, which must have the expected status."""
    status, answer = send(method, path, body)
    require(method, path, expected, status)
    return answer


def require(method, path, expected, got):
    if got != expected:
        sys.exit(f"{method} {path}: expected {expected}, got {got}")


def cancel():
    """The client: asks until there is an answer, and takes a 409 for success if the order is Canceled."""
    for _ in range(3):
        status, _ = send("DELETE", ORDER)
        if status is None:
            print(f"DELETE {ORDER}: no answer, is it canceled or not?")
        elif status == 409:
            print(f"DELETE {ORDER}: 409, it is not outstanding")
            require("GET", ORDER, "Canceled", call("GET", ORDER, 200)["Status"])
            print(f"GET {ORDER}: it is Canceled, that will do")
            return
        else:
            require("DELETE", ORDER, 204, status)
            print(f"DELETE {ORDER}: 204")
            return
    sys.exit(f"DELETE {ORDER}: expected an answer, got none in three attempts")


lost = {"match": {"method": "DELETE", "path": "**/orders/73552"}, "when": "after", "effect": {"type": "close"}}
fault = call("POST", "/sandbox/faults", 201, lost)
print(f"POST /sandbox/faults: fault {fault['id']}, {fault['effect']['type']} {fault['when']} the next cancel")

cancel()

journal = "/sandbox/requests?order=73552&method=DELETE"
cancels = call("GET", journal, 200)["requests"]
require("GET", journal, "2 requests", f"{len(cancels)} requests")
first, second = cancels
require("GET", journal, {"id": fault["id"], "when": "after", "effect": "close"}, first["fault"])
require("GET", journal, 1, len(first["changes"]))
change = first["changes"][0]["fields"]["Status"]
print(f"GET {journal}: the first met fault {fault['id']}, and {change['before']} -> {change['after']}")
require("GET", journal, 409, second["status"])
require("GET", journal, [], second["changes"])
print(f"GET {journal}: the second was answered 409, and changed nothing")
