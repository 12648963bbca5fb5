#!/usr/bin/env bash
# Cancels an order on a running etna-sandbox: ./cancel-order.sh [base URL]
set -euo pipefail

base_url=${1:-http://127.0.0.1:6303}
order=/api/v1.0/accounts/6303/orders/73552

fail() {
    echo "$1" >&2
    exit 1
}

# call METHOD PATH EXPECTED_STATUS [HEADER...]: leaves status line, headers and body in $answer
call() {
    local method=$1 path=$2 expected=$3 options=() header status
    shift 3
    for header in "$@"; do
        options+=(--header "$header")
    done
    answer=$(curl --silent --show-error --include --request "$method" "${options[@]}" "$base_url$path") ||
        fail "$base_url does not answer; is the sandbox running?"
    read -r _ status _ <<<"$answer"
    [[ $status == "$expected" ]] || fail "$method $path: expected $expected, got $answer"
}

call POST /api/token 200 "Et-App-Key: demo-app-key" "Username: admin" "Password: admin-password" "Content-Length: 0"
token=$(sed -n 's/.*"Token":"\([^"]*\)".*/\1/p' <<<"$answer")
credentials=("Et-App-Key: demo-app-key" "Authorization: Bearer $token")
echo "POST /api/token: 200"

call DELETE "$order" 204 "${credentials[@]}"
echo "DELETE $order: 204"

call GET /sandbox/state 200
status=$(sed -n 's/^{"Id":73552,[^{]*"Status":"\([^"]*\)".*/\1/p' <<<"$answer") # one record a line; jq would do, too
[[ $status == Canceled ]] || fail "order 73552 is $status, not Canceled"
echo "GET /sandbox/state: order 73552 is $status"

call DELETE "$order" 409 "${credentials[@]}"
reason=$(sed -n 's/^Sandbox-Reason: \(.*\)\r$/\1/p' <<<"$answer")
echo "DELETE $order: 409, $reason"
