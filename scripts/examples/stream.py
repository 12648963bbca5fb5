#!/usr/bin/env python3
"""An application that watches its order by the stream of a running etna-sandbox: python3 stream.py [base URL]

Needs the package websockets (Debian: python3-websockets)."""

import asyncio
import json
import sys
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import websockets

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:6303"
ORDERS = "/api/v1.0/accounts/6303/orders"
PATIENCE = 0.5  # seconds without a message, after which the application asks
headers = {"Et-App-Key": "demo-app-key"}


def call(method, path, body=None, more_headers=None):
    """Sends a request and returns the answer's body."""
    request = Request(BASE_URL + path, method=method, headers=headers | (more_headers or {}))
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urlopen(request) as answer:
            return json.loads(answer.read() or "null")
    except HTTPError as error:
        sys.exit(f"{method} {path}: {error.code} {error.headers.get('Sandbox-Reason', '')}")
    except URLError as error:
        sys.exit(f"{BASE_URL} does not answer ({error.reason}); is the sandbox running?")


async def next_message(stream):
    """Returns the next message that is no ping, and answers those."""
    while True:
        message = json.loads(await stream.recv())
        if message.get("Cmd") != "Ping":
            return message
        await stream.send(json.dumps({"Cmd": "Pong", "StatusCode": "Ok"}))


async def until(stream, order, status):
    """Waits for the stream to tell a status of an order; asks the API when nothing comes."""
    while True:
        try:
            message = await asyncio.wait_for(next_message(stream), PATIENCE)
        except asyncio.TimeoutError:
            asked = call("GET", f"{ORDERS}/{order}")["Status"]
            print(f"the stream tells nothing; the API says {asked}")
            return asked
        if message.get("Id") == str(order) and message["Status"] == status:
            print(f"the stream tells: {status}, {float(message['ExecutedQuantity']):g} executed")
            return status


async def main():
    login = call("POST", "/api/token", more_headers={"Username": "admin", "Password": "admin-password"})
    headers["Authorization"] = f"Bearer {login['Token']}"
    url = call("GET", "/api/v1.0/streamers")["DataAddresses"][0]["Url"]
    session = call("PUT", "/api/v1.0/streamers/session/recover?sessionType=0")["Id"]
    query = urlencode({"User": "7001", "Password": session, "HttpClientType": "WebSocket"})

    async with websockets.connect(f"{url}/CreateSession.txt?{query}") as stream:
        created = await next_message(stream)
        print(f"{created['Cmd']}: {created['StatusCode']}")
        subscribe = {"Cmd": "Subscribe.txt", "SessionId": created["SessionId"], "Keys": "6303",
                     "EntityType": "Order", "HttpClientType": "WebSocket"}
        await stream.send(json.dumps(subscribe))

        wanted = {"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 100, "Price": 156.5}
        order = call("POST", ORDERS, wanted)["Id"]
        await until(stream, order, "New")
        call("POST", f"/sandbox/orders/{order}/fill", {"Quantity": 40, "Price": 156.45})
        await until(stream, order, "PartiallyFilled")

        drop = {"match": {"path": "/streamers/data/Order/6303"}, "when": "message", "effect": {"type": "drop"}}
        call("POST", "/sandbox/faults", drop)
        call("POST", f"/sandbox/orders/{order}/fill", {"Price": 156.45})
        if await until(stream, order, "Filled") != "Filled":
            sys.exit("the order is not filled")


asyncio.run(main())
