#!/usr/bin/env bash
# The life of an order on a running etna-sandbox: ./order-life.sh [base URL]
set -euo pipefail

base_url=${1:-http://127.0.0.1:6303}
credentials=(--header "Et-App-Key: demo-app-key")

fail() {
    echo "$1" >&2
    exit 1
}

# call METHOD PATH EXPECTED_STATUS [CURL_OPTION...]: leaves status line, headers and body in $answer
call() {
    local method=$1 path=$2 expected=$3 status
    shift 3
    answer=$(curl --silent --show-error --globoff --include --request "$method" "${credentials[@]}" "$@" "$base_url$path") ||
        fail "$base_url does not answer; is the sandbox running?"
    read -r _ status _ <<<"$answer"
    [[ $status == "$expected" ]] || fail "$method $path: expected $expected, got $answer"
}

# send METHOD PATH EXPECTED_STATUS JSON
send() {
    call "$1" "$2" "$3" --header "Content-Type: application/json" --data "$4"
}

# find NAME: the first value of that name in $answer; jq would do, too
find() {
    grep -o "\"$1\":[^,}]*" <<<"$answer" | head -1 | sed 's/^[^:]*://; s/"//g'
}

reason() {
    sed -n 's/^Sandbox-Reason: \(.*\)\r$/\1/p' <<<"$answer"
}

call POST /api/token 200 --header "Username: admin" --header "Password: admin-password" --header "Content-Length: 0"
credentials+=(--header "Authorization: Bearer $(find Token)")
echo "POST /api/token: 200"

call GET /api/v1.0/users/7125/accounts 200
account=$(find Id)
orders=/api/v1.0/accounts/$account/orders
echo "GET /api/v1.0/users/7125/accounts: account $account"

wanted='{"Symbol": "AAPL", "Type": "Limit", "Side": "Buy", "Quantity": 100, "Price": 156.5}'
send POST "/api/v1.0/accounts/$account/preview/orders" 200 "$wanted"
echo "POST /api/v1.0/accounts/$account/preview/orders: it would cost $(find Cost)"

send POST "$orders" 200 "$wanted"
id=$(find Id)
echo "POST $orders: it is $(find Status)"

call GET "$orders?pageNumber=0&pageSize=1&sortField=Id&desc=true" 200
[[ $(find Id) == "$id" ]] || fail "order $(find Id) is the latest, not $id"
echo "GET $orders: the latest is $(find Status)"

send POST "/sandbox/orders/$id/fill" 200 '{"Quantity": 40, "Price": 156.45}'
echo "POST /sandbox/orders/{id}/fill: it is $(find Status), $(find LeavesQuantity) are left"

send PUT "$orders/$id" 409 "{\"Id\": $id, \"Quantity\": 50, \"Price\": 156, \"ExecutionInstructions\": {}}"
[[ $(reason) == *"is executed"* ]] || fail "the reason is: $(reason)"
echo "PUT $orders/{id}: 409, a part of it is executed"

call DELETE "$orders/$id" 204
echo "DELETE $orders/{id}: 204"

call GET "$orders/$id/details" 200
echo "GET $orders/{id}/details: $(grep -o '"Status":"[^"]*"' <<<"$answer" | cut -d'"' -f4 | paste -sd' ')"
